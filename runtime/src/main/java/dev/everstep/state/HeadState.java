package dev.everstep.state;

import dev.everstep.ErrorCode;
import dev.everstep.codec.RawJson;
import dev.everstep.journal.Payload;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a head, as JSON; stored packed, if it is large.
 *
 * <pre>{@code
 * {"format":1,"frames":[...],"wait":{"kind":"step","point":"step:Articles.fetch",...}}   running
 * {"format":1,"frames":[...],"wait":{...},"stuck":{"code":"ES407","reason":"..."}}       stuck
 * {"format":1,"result":...}                                                              completed
 * {"format":1,"failure":{...}}                                                           failed
 * }</pre>
 *
 * @param frames the frame stack as {@code FrameCodec} writes it; null before the first line and of
 *     a finished run
 * @param waiting what an unfinished run waits for; null of a finished one
 * @param stuck why a stuck run is; else null
 * @param result of a completed run; else null
 * @param failure of a failed run; else null
 */
public record HeadState(
    @Nullable Payload frames,
    @Nullable Wait waiting,
    @Nullable Stuck stuck,
    @Nullable Payload result,
    @Nullable Payload failure) {
  private static final int FORMAT = 1;

  /**
   * Why a run is stuck.
   *
   * @param code the stable code
   * @param reason the whole message
   */
  public record Stuck(ErrorCode code, String reason) {}

  /** Returns the state of a run that waits. */
  public static HeadState waiting(@Nullable Payload frames, Wait waiting) {
    return new HeadState(frames, waiting, null, null, null);
  }

  /** Returns the state of a run that has completed. */
  public static HeadState completed(Payload result) {
    return new HeadState(null, null, null, result, null);
  }

  /** Returns the state of a run that has failed. */
  public static HeadState failed(Payload failure) {
    return new HeadState(null, null, null, null, failure);
  }

  /** Returns the same state, stuck. */
  public HeadState stuck(ErrorCode code, String reason) {
    return new HeadState(frames, waiting, new Stuck(code, reason), null, null);
  }

  /** Returns the same position with something else to wait for, not stuck. */
  public HeadState waitingFor(Wait other) {
    return new HeadState(frames, other, null, null, null);
  }

  /** Returns this as JSON. */
  public Payload stored() {
    return RawJson.object(
        out -> {
          out.writeNumberField("format", FORMAT);
          if (frames != null) {
            RawJson.raw(out, "frames", frames);
          }
          if (waiting != null) {
            out.writeObjectFieldStart("wait");
            waiting.writeTo(out);
            out.writeEndObject();
          }
          if (stuck != null) {
            out.writeObjectFieldStart("stuck");
            out.writeStringField("code", stuck.code().name());
            out.writeStringField("reason", stuck.reason());
            out.writeEndObject();
          }
          if (result != null) {
            RawJson.raw(out, "result", result);
          }
          if (failure != null) {
            RawJson.raw(out, "failure", failure);
          }
        });
  }

  /**
   * Returns what {@link #stored} wrote.
   *
   * @throws IllegalArgumentException if it is of a later format or none at all
   */
  public static HeadState read(Payload json) {
    Map<String, Payload> fields = RawJson.members(json);
    Payload format = fields.get("format");
    if (format == null || !format.utf8().equals(String.valueOf(FORMAT))) {
      throw new IllegalArgumentException("head state of format " + format + ", known: " + FORMAT);
    }
    Payload waiting = fields.get("wait");
    Payload stuck = fields.get("stuck");
    return new HeadState(
        fields.get("frames"),
        waiting == null ? null : Wait.read(waiting),
        stuck == null ? null : readStuck(RawJson.members(stuck)),
        fields.get("result"),
        fields.get("failure"));
  }

  private static Stuck readStuck(Map<String, Payload> fields) {
    return new Stuck(
        ErrorCode.valueOf(String.valueOf(RawJson.text(fields.get("code")))),
        String.valueOf(RawJson.text(fields.get("reason"))));
  }
}
