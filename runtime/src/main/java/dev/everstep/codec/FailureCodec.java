package dev.everstep.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.everstep.ErrorCode;
import dev.everstep.StepFailedException;
import dev.everstep.journal.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps exceptions such that the same type, message, causes and fields come back. Thread-safe. */
public final class FailureCodec {
  private final JsonMapper mapper = new JsonMapper();

  /** Creates a codec. */
  public FailureCodec() {}

  /** Returns a failure as JSON; never fails for a failure that cannot be rebuilt. */
  public Payload write(Throwable failure) {
    ObjectNode node = mapper.createObjectNode();
    node.put("type", failure.getClass().getName()).put("message", failure.getMessage());
    ArrayNode stack = node.putArray("stack");
    for (StackTraceElement frame : failure.getStackTrace()) {
      stack.add(frame.toString());
    }
    ArrayNode causes = node.putArray("causes");
    Throwable cause = failure.getCause();
    while (cause != null && causes.size() < 20) {
      causes.addObject().put("type", cause.getClass().getName()).put("message", cause.getMessage());
      cause = cause.getCause();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
      node.put("java", bytes.toByteArray());
    } catch (IOException e) {
      node.putNull("java");
    }
    return Payload.utf8(node.toString());
  }

  /**
   * Returns the same exception, or {@link StepFailedException} if it cannot be rebuilt: always the
   * same for the same JSON and code.
   */
  public Throwable read(Payload stored) {
    Failure failure = describe(stored);
    try {
      JsonNode java = mapper.readTree(stored.array()).get("java");
      if (!java.isNull()) {
        try (ObjectInputStream in =
            new ObjectInputStream(new ByteArrayInputStream(java.binaryValue()))) {
          return (Throwable) in.readObject();
        }
      }
    } catch (IOException | ClassNotFoundException e) {
      // falls through to the exception that stands for it
    }
    return new StepFailedException(
        ErrorCode.ES410,
        failure.type(),
        "the step threw " + failure.type() + ": " + failure.message() + ".",
        null);
  }

  /** Returns a stored failure for people. */
  public Failure describe(Payload stored) {
    try {
      return describe(mapper.readTree(stored.array()));
    } catch (IOException e) {
      throw new IllegalArgumentException("not a failure: " + stored, e);
    }
  }

  private static Failure describe(JsonNode node) {
    List<String> stack = new ArrayList<>();
    node.path("stack").forEach(frame -> stack.add(frame.asText()));
    List<Failure> causes = new ArrayList<>();
    node.path("causes").forEach(cause -> causes.add(describe(cause)));
    return new Failure(node.get("type").asText(), node.get("message").textValue(), stack, causes);
  }
}
