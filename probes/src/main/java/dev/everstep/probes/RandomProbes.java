package dev.everstep.probes;

import com.google.common.hash.Hashing;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.RandomStringUtils;

/** Bodies that draw a number. */
@Durable
@Group("random")
public final class RandomProbes {
  private RandomProbes() {}

  @Probe(call = "java.lang.Math#random")
  public static boolean inTheTrial(WorkflowContext ctx) {
    return Math.random() < 0.1;
  }

  @Probe(call = "java.util.Random#<init>")
  public static int dice(WorkflowContext ctx) {
    return new Random().nextInt(6) + 1;
  }

  @Probe(call = "java.util.UUID#randomUUID")
  public static String orderId(WorkflowContext ctx) {
    return "order-" + UUID.randomUUID();
  }

  @Probe(call = "java.util.concurrent.ThreadLocalRandom#current")
  public static long jitter(WorkflowContext ctx) {
    return ThreadLocalRandom.current().nextLong(100, 1_000);
  }

  @Probe(call = "java.util.SplittableRandom#<init>")
  public static int split(WorkflowContext ctx) {
    return new SplittableRandom().nextInt(100);
  }

  @Probe(call = "java.util.random.RandomGenerator#getDefault")
  public static int generator(WorkflowContext ctx) {
    return RandomGenerator.getDefault().nextInt(100);
  }

  @Probe(call = "java.util.Collections#shuffle")
  public static List<String> shuffled(WorkflowContext ctx) {
    List<String> reviewers = new ArrayList<>(List.of("ada", "barbara", "grace", "edsger"));
    Collections.shuffle(reviewers);
    return reviewers;
  }

  @Probe(call = "javax.crypto.KeyGenerator#generateKey")
  public static int key(WorkflowContext ctx) throws NoSuchAlgorithmException {
    return KeyGenerator.getInstance("AES").generateKey().getEncoded()[0];
  }

  @Probe(call = "java.security.SecureRandom#<init>", by = Way.HELPER)
  public static String token(WorkflowContext ctx) {
    return Draws.token(16);
  }

  @Probe(call = "java.util.UUID#randomUUID", by = Way.HELPER)
  public static String correlationId(WorkflowContext ctx) {
    return new Draws.Message("hello").id();
  }

  @Probe(call = "java.lang.Math#random", by = Way.LAMBDA)
  public static double noise(WorkflowContext ctx) {
    return DoubleStream.of(1, 2, 3).map(value -> value + Math.random()).sum();
  }

  @Probe(call = "java.util.UUID#randomUUID", by = Way.METHOD_REFERENCE)
  public static List<UUID> ids(WorkflowContext ctx) {
    return Stream.generate(UUID::randomUUID).limit(3).toList();
  }

  @Probe(call = "java.lang.Math#random", by = Way.METHOD_REFERENCE)
  public static double sample(WorkflowContext ctx) {
    DoubleSupplier sample = Math::random;
    return sample.getAsDouble();
  }

  @Probe(call = "java.util.UUID#randomUUID", by = Way.INTERFACE)
  public static String idSource(WorkflowContext ctx) {
    Draws.IdSource ids = Draws.defaultIds();
    return ids.next();
  }

  @Probe(call = "java.util.Random#<init>", by = Way.SUBCLASS)
  public static int loadedDice(WorkflowContext ctx) {
    return new Draws.Dice().roll();
  }

  @Probe(call = "java.util.Random#<init>", by = Way.STATIC_INITIALISER)
  public static int sharedRandom(WorkflowContext ctx) {
    return Draws.RANDOM.nextInt(6);
  }

  @Probe(call = "java.util.UUID#randomUUID", by = Way.STATIC_INITIALISER)
  public static String nodeId(WorkflowContext ctx) {
    return Node.ID;
  }

  @Probe(call = "java.util.UUID#randomUUID", by = Way.REFLECTION)
  public static String reflected(WorkflowContext ctx) throws Exception {
    return UUID.class.getMethod("randomUUID").invoke(null).toString();
  }

  @Probe(call = "java.security.SecureRandom#<init>", by = Way.REFLECTION)
  public static int constructed(WorkflowContext ctx) throws Exception {
    return SecureRandom.class.getConstructor().newInstance().nextInt();
  }

  @Probe(call = "java.util.concurrent.ThreadLocalRandom#current", by = Way.LIBRARY)
  public static String password(WorkflowContext ctx) {
    return RandomStringUtils.insecure().nextAlphanumeric(12);
  }

  @Probe(call = "java.util.concurrent.ThreadLocalRandom#current", by = Way.LIBRARY)
  public static int shuffledArray(WorkflowContext ctx) {
    int[] seats = {1, 2, 3, 4, 5};
    ArrayUtils.shuffle(seats);
    return seats[0];
  }

  @Probe(call = "com.google.common.hash.Hashing#goodFastHash", by = Way.LIBRARY)
  public static String seededPerProcess(WorkflowContext ctx) {
    return Hashing.goodFastHash(64).hashString("order", StandardCharsets.UTF_8).toString();
  }

  /** What a field of its own class would be. */
  static final class Node {
    static final String ID = UUID.randomUUID().toString();

    private Node() {}
  }
}
