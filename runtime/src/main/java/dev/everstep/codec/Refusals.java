package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.everstep.ErrorCode;
import dev.everstep.UnstorableValueException;
import java.lang.reflect.Type;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words the refusals of values that cannot be stored. */
final class Refusals {
  private Refusals() {}

  /** A value that Jackson cannot write or read back, or that a {@link FrameWriting} refuses. */
  static UnstorableValueException of(Throwable thrown, String label, Type type) {
    String path = Paths.of(Paths.root(label), thrown);
    if (!(thrown instanceof FrameWriting.Refusal refusal)) {
      return new UnstorableValueException(
          ErrorCode.ES401,
          type.getTypeName(),
          path,
          label
              + " cannot be stored: path="
              + path
              + ", type="
              + type.getTypeName()
              + ". "
              + sentence(reason(thrown))
              + " Use a record, or a class that Jackson can write and read.",
          thrown);
    }
    String found = refusal.type().getTypeName();
    return switch (refusal.why()) {
      case CYCLE ->
          new UnstorableValueException(
              ErrorCode.ES402,
              type.getTypeName(),
              path,
              label
                  + " contains itself: path="
                  + path
                  + ", class="
                  + found
                  + ". Keep an id in place of the object that leads back.",
              refusal);
      case COMPARATOR ->
          new UnstorableValueException(
              ErrorCode.ES404,
              type.getTypeName(),
              path,
              label
                  + " is ordered by a comparator, which cannot be stored: path="
                  + path
                  + ", class="
                  + found
                  + ". Use the natural order, or sort into a list.",
              refusal);
      case UNKNOWN_CLASS ->
          new UnstorableValueException(
              ErrorCode.ES404,
              type.getTypeName(),
              path,
              label
                  + " is a view or a rare collection, which cannot be stored as it is: path="
                  + path
                  + ", class="
                  + found
                  + ". Copy it into an ArrayList, LinkedHashSet or LinkedHashMap.",
              refusal);
    };
  }

  /** A value that would be another one after it is read. */
  static UnstorableValueException changed(
      SameValue.Difference difference, String label, Type type) {
    return new UnstorableValueException(
        ErrorCode.ES403,
        type.getTypeName(),
        difference.path(),
        label
            + " would come back changed: path="
            + difference.path()
            + ", value="
            + difference.original()
            + ", read back="
            + difference.copy()
            + ". Declare the type that the value has, and let Jackson read and write all of its"
            + " fields; a field that is no part of the value can be transient.",
        null);
  }

  /** A value above the limit. */
  static UnstorableValueException tooLarge(String label, Type type, SizeLimit limit) {
    return new UnstorableValueException(
        ErrorCode.ES405,
        type.getTypeName(),
        Paths.root(label),
        "a value is too large: value="
            + label
            + ", limit="
            + String.format(Locale.ROOT, "%,d", limit.bytes())
            + " bytes. Store the data elsewhere and keep where it is, or raise Limits."
            + limit.name()
            + ".",
        null);
  }

  /** Returns what a library said, without the source locations that it adds. */
  static String reason(Throwable thrown) {
    String message =
        thrown instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : thrown instanceof StackOverflowError
                ? "it nests too deep"
                : String.valueOf(thrown.getMessage());
    @Nullable String first = message == null ? null : message.lines().findFirst().orElse(null);
    return first == null ? thrown.getClass().getName() : first;
  }

  /** Returns a text as a sentence. */
  static String sentence(String text) {
    String capital =
        text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }
}
