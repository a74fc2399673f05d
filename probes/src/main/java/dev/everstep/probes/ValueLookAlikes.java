package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Numbers, bytes and names: functions of what they are made from. */
@Durable
public final class ValueLookAlikes {
  private ValueLookAlikes() {}

  @LookAlike(why = "arithmetic without a context of the process")
  public static BigDecimal amount(WorkflowContext ctx) {
    return new BigDecimal("19.99")
        .multiply(BigDecimal.valueOf(3))
        .setScale(1, RoundingMode.HALF_UP);
  }

  @LookAlike(why = "arithmetic; primes of this size are tested, not drawn")
  public static boolean bigInteger(WorkflowContext ctx) {
    return BigInteger.TWO.pow(61).subtract(BigInteger.ONE).mod(BigInteger.TEN).intValue() == 1;
  }

  @LookAlike(why = "a digest is a function of its input, whichever provider computes it")
  public static String digest(WorkflowContext ctx) throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha.digest("order".getBytes(StandardCharsets.UTF_8)));
  }

  @LookAlike(why = "a code is a function of key and input")
  public static String signature(WorkflowContext ctx) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[] {1, 2, 3}, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(new byte[] {4, 5}));
  }

  @LookAlike(why = "a checksum")
  public static long checksum(WorkflowContext ctx) {
    CRC32 sum = new CRC32();
    sum.update("order".getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  @LookAlike(why = "the sequence of a seeded generator is specified")
  public static int seeded(WorkflowContext ctx) {
    return new Random(42).nextInt(6) + new SplittableRandom(42).nextInt(6);
  }

  @LookAlike(why = "made from a name or a text, not drawn")
  public static String uuid(WorkflowContext ctx) {
    UUID named = UUID.nameUUIDFromBytes("order".getBytes(StandardCharsets.UTF_8));
    return UUID.fromString("00000000-0000-0000-0000-000000000001") + " " + named;
  }

  @LookAlike(why = "parsing without a name lookup")
  public static String uri(WorkflowContext ctx) {
    return URI.create("https://example.org/orders").resolve("7?a=b").getPath();
  }

  @LookAlike(why = "an address from its bytes asks nobody")
  public static String address(WorkflowContext ctx) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1}).getHostAddress();
  }

  @LookAlike(why = "a path is a name; no disk is asked")
  public static String path(WorkflowContext ctx) {
    return Path.of("orders", "..", "invoices").normalize().resolve("7.xml").getFileName() + "";
  }

  @LookAlike(why = "a counter in memory that nobody else sees")
  public static long atomics(WorkflowContext ctx) {
    AtomicInteger count = new AtomicInteger();
    LongAdder sum = new LongAdder();
    for (int i = 0; i < 3; i++) {
      sum.add(count.incrementAndGet());
    }
    return sum.sum();
  }

  @LookAlike(why = "StrictMath is exact, and so are these functions of Math")
  public static double maths(WorkflowContext ctx) {
    return StrictMath.sin(1) + Math.floorMod(-7, 3) + Math.sqrt(2) + Math.max(1, 2);
  }

  @LookAlike(why = "a buffer with a stated order")
  public static long buffer(WorkflowContext ctx) {
    return ByteBuffer.allocate(16).putLong(7).flip().getLong();
  }

  @LookAlike(why = "a value that is there or not")
  public static String optional(WorkflowContext ctx) {
    return Optional.of("order").filter(name -> name.length() > 3).map(String::strip).orElse("");
  }
}
