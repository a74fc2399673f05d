package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.ErrorCode;
import dev.everstep.Limits;
import dev.everstep.StepFailedException;
import dev.everstep.journal.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps exceptions such that the same type, message, causes, suppressed exceptions, fields and
 * stack trace come back. Thread-safe.
 *
 * <p>The exception itself is kept by Java serialisation, beside a text for people. What would not
 * come back whole is kept as text alone, which is decided when it is written, so that a run sees
 * the same before and after a crash.
 *
 * <pre>{@code
 * {"type": "java.io.IOException", "message": "reset", "stack": ["app.Articles.fetch(Articles.java:12)"],
 *  "causes": [{"type": "java.net.SocketException", "message": "reset"}], "java": "rO0AB..." or null}
 * }</pre>
 *
 * <p>What is above the limit is kept as text that fits, and says so in {@code "omitted"}.
 */
public final class FailureCodec {
  /** How much text is kept. The least of it is below 5 KiB, whatever it is made of. */
  private record Detail(int charsMax, int framesMax, int causesMax) {
    static final Detail MOST = new Detail(16 * 1024, 50, 20);
    static final Detail LESS = new Detail(1024, 20, 5);
    static final Detail LEAST = new Detail(200, 0, 0);
  }

  private final JsonMapper mapper = new JsonMapper();
  private final int bytesMax;

  /** Creates a codec with the default limit. */
  public FailureCodec() {
    this(Limits.defaults().failureBytesMax());
  }

  /**
   * Creates a codec.
   *
   * @param bytesMax the limit of a failure, in bytes of JSON, from 16 KiB
   */
  public FailureCodec(int bytesMax) {
    this.bytesMax = bytesMax;
  }

  /**
   * Returns a failure as JSON, within the limit; never fails for a failure that is larger or cannot
   * be rebuilt.
   */
  public Payload write(Throwable failure) {
    Payload whole = write(failure, Detail.MOST, SerializedThrowable.write(failure), null);
    if (whole.length() <= bytesMax) {
      return whole;
    }
    String omitted =
        "above the limit of "
            + String.format(Locale.ROOT, "%,d", bytesMax)
            + " bytes, Limits.failureBytesMax";
    // What stands in for it has the text in its message, and is to be kept whole if nobody catches
    // it: as text, and serialised in Base64.
    int textMax = bytesMax / 3;
    Payload text = write(failure, Detail.MOST, null, omitted);
    if (text.length() > textMax) {
      text = write(failure, Detail.LESS, null, omitted);
    }
    return text.length() <= textMax ? text : write(failure, Detail.LEAST, null, omitted);
  }

  private static Payload write(
      Throwable failure, Detail detail, byte @Nullable [] java, @Nullable String omitted) {
    return RawJson.object(
        out -> {
          head(out, failure, detail);
          out.writeArrayFieldStart("stack");
          StackTraceElement[] stack = tried(failure::getStackTrace);
          for (int i = 0; stack != null && i < Math.min(detail.framesMax, stack.length); i++) {
            out.writeString(stack[i].toString());
          }
          out.writeEndArray();
          out.writeArrayFieldStart("causes");
          for (Throwable cause : causes(failure, detail.causesMax)) {
            out.writeStartObject();
            head(out, cause, detail);
            out.writeEndObject();
          }
          out.writeEndArray();
          if (omitted != null) {
            out.writeStringField("omitted", omitted);
          }
          if (java == null) {
            out.writeNullField("java");
          } else {
            out.writeBinaryField("java", java);
          }
        });
  }

  private static void head(JsonGenerator out, Throwable failure, Detail detail) throws IOException {
    out.writeStringField("type", storable(failure.getClass().getName(), detail.charsMax));
    String message = message(failure);
    out.writeStringField("message", message == null ? null : storable(message, detail.charsMax));
  }

  // Half a surrogate pair has no UTF-8; the text is for people, the exception keeps its own.
  private static String storable(String message, int charsMax) {
    String cut = message.length() <= charsMax ? message : message.substring(0, charsMax) + "...";
    StringBuilder text = new StringBuilder(cut.length());
    cut.codePoints()
        .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  /**
   * Returns the same exception, or {@link StepFailedException} if it cannot be rebuilt: always the
   * same for the same JSON and code.
   */
  public Throwable read(Payload stored) {
    JsonNode node = tree(stored);
    Failure failure = describe(node);
    JsonNode java = node.path("java");
    String reason = "it was not kept whole, since it cannot be serialised";
    String remedy = "let all fields of the exception be serialisable";
    Throwable cause = null;
    if (node.path("omitted").isTextual()) {
      reason = "it was not kept whole, since it is " + node.path("omitted").asText();
      remedy = "throw one with less in it";
    }
    if (java.isTextual()) {
      try {
        Throwable rebuilt = SerializedThrowable.read(java.binaryValue());
        if (rebuilt.getClass().getName().equals(failure.type())) {
          return rebuilt;
        }
        reason = "another exception is stored: " + rebuilt.getClass().getName();
      } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
        reason = "the code at hand cannot rebuild it: " + e;
        cause = e;
      }
    }
    StepFailedException stand =
        new StepFailedException(
            ErrorCode.ES410,
            failure.type(),
            "a step threw "
                + failure.type()
                + ": "
                + failure.message()
                + "; "
                + reason
                + ". Catch StepFailedException, or "
                + remedy
                + ".",
            cause);
    stand.setStackTrace(new StackTraceElement[0]);
    return stand;
  }

  /** Returns a stored failure for people. */
  public Failure describe(Payload stored) {
    return describe(tree(stored));
  }

  private JsonNode tree(Payload stored) {
    try {
      JsonNode node = mapper.readTree(stored.array());
      if (node.path("type").isTextual()) {
        return node;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not a failure: " + stored, e);
    }
    throw new IllegalArgumentException("not a failure: " + stored);
  }

  private static Failure describe(JsonNode node) {
    List<String> stack = new ArrayList<>();
    node.path("stack").forEach(frame -> stack.add(frame.asText()));
    List<Failure> causes = new ArrayList<>();
    node.path("causes").forEach(cause -> causes.add(describe(cause)));
    return new Failure(node.path("type").asText(), node.path("message").textValue(), stack, causes);
  }

  private static List<Throwable> causes(Throwable failure, int most) {
    Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> causes = new ArrayList<>();
    met.add(failure);
    Throwable cause = tried(failure::getCause);
    while (cause != null && causes.size() < most && met.add(cause)) {
      causes.add(cause);
      cause = tried(cause::getCause);
    }
    return causes;
  }

  private static @Nullable String message(Throwable failure) {
    return tried(failure::getMessage);
  }

  // The methods of a user's exception may throw; a failure is kept all the same.
  private static <T> @Nullable T tried(Supplier<@Nullable T> of) {
    try {
      return of.get();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return null;
    }
  }
}
