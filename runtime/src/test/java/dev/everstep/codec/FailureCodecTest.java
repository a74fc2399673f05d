package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.StepFailedException;
import dev.everstep.journal.Payload;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureCodecTest {
  private final FailureCodec codec = new FailureCodec();

  @Test
  void keepsTypeMessageCausesSuppressedFieldsAndStack() {
    Declined declined =
        new Declined(
            "no", new Detail("card", List.of(new BigDecimal("1.50"))), new IOException("io"));
    declined.addSuppressed(new IllegalStateException("close", new FileNotFoundException("f")));

    Throwable read = codec.read(codec.write(declined));

    assertThat(read).isExactlyInstanceOf(Declined.class).hasMessage("no");
    assertThat(((Declined) read).detail.amounts).containsExactly(new BigDecimal("1.50"));
    assertThat(read.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("io");
    assertThat(read.getSuppressed()[0]).hasMessage("close").hasRootCauseMessage("f");
    assertThat(read.getStackTrace()).isEqualTo(declined.getStackTrace());
  }

  @Test
  void keepsWhatTheJdksExceptionsHold() {
    SQLException thrown = new SQLException("bad", "42000", 7);
    thrown.setNextException(new SQLException("next"));

    SQLException read = (SQLException) codec.read(codec.write(thrown));

    assertThat(read.getSQLState()).isEqualTo("42000");
    assertThat(read.getErrorCode()).isEqualTo(7);
    assertThat((Throwable) read.getNextException()).hasMessage("next");
  }

  @Test
  void keepsTheMessageThatTheJvmMakesUpForANullPointer() {
    Throwable thrown = null;
    try {
      nothing().length();
    } catch (NullPointerException e) {
      e.addSuppressed(new IllegalStateException("close"));
      thrown = new IllegalStateException("outer", e);
    }

    Throwable read = codec.read(codec.write(thrown));

    assertThat(read).isExactlyInstanceOf(IllegalStateException.class);
    assertThat(read.getCause())
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessage(thrown.getCause().getMessage())
        .hasMessageContaining("String.length()");
    assertThat(read.getCause().getStackTrace()).isEqualTo(thrown.getCause().getStackTrace());
    assertThat(read.getCause().getSuppressed()).hasSize(1);
  }

  private static String nothing() {
    return System.getProperty("everstep.no.such.property");
  }

  @Test
  void keepsAFailureWhoseOwnMethodsThrowErrors() {
    Throwable thrown =
        new IllegalStateException() {
          @Override
          public String getMessage() {
            throw new StackOverflowError();
          }

          @Override
          public StackTraceElement[] getStackTrace() {
            throw new NoClassDefFoundError("gone");
          }
        };

    Throwable read = codec.read(codec.write(thrown));

    assertThat(read).isInstanceOf(StepFailedException.class);
  }

  @Test
  void describesAFailureForPeople() {
    Throwable thrown = new IllegalStateException("outer", new IOException("inner"));
    thrown.setStackTrace(
        new StackTraceElement[] {new StackTraceElement("app.Work", "run", "Work.java", 7)});

    Failure failure = codec.describe(codec.write(thrown));

    assertThat(failure)
        .isEqualTo(
            new Failure(
                "java.lang.IllegalStateException",
                "outer",
                List.of("app.Work.run(Work.java:7)"),
                List.of(new Failure("java.io.IOException", "inner", List.of(), List.of()))));
  }

  @Test
  void pinsTheStoredForm() {
    Throwable thrown = new Unserialisable("m");
    thrown.setStackTrace(new StackTraceElement[0]);

    assertThat(codec.write(thrown))
        .hasToString(
            "{\"type\":\"dev.everstep.codec.FailureCodecTest$Unserialisable\",\"message\":\"m\","
                + "\"stack\":[],\"causes\":[],\"java\":null}");
  }

  @Test
  void standsInForWhatCannotBeSerialised() {
    Payload stored = codec.write(new Unserialisable("m"));

    assertThat(codec.read(stored))
        .isInstanceOf(StepFailedException.class)
        .hasMessage(
            "[ES410] a step threw dev.everstep.codec.FailureCodecTest$Unserialisable: m; it was not"
                + " kept whole, since it cannot be serialised. Catch StepFailedException, or let"
                + " all fields of the exception be serialisable. docs/errors/ES410.md");
    assertThat(((StepFailedException) codec.read(stored)).originalType())
        .isEqualTo(Unserialisable.class.getName());
  }

  @Test
  void standsInForWhatComesBackChanged() {
    assertThat(codec.read(codec.write(new Forgetful("m")))).isInstanceOf(StepFailedException.class);
  }

  @Test
  void standsInForWhatIsTooLarge() {
    Throwable thrown = new IOException("x".repeat(1 << 20));

    Payload stored = codec.write(thrown);

    assertThat(codec.read(stored)).isInstanceOf(StepFailedException.class);
    assertThat(stored.length()).isLessThan(40_000);
  }

  @Test
  void standsInForWhatIsAboveTheLimitAndSaysWhichItIs() {
    FailureCodec small = new FailureCodec(16 * 1024);
    IllegalStateException thrown = new IllegalStateException("x".repeat(20_000));

    Payload stored = small.write(thrown);

    assertThat(stored.length()).isLessThanOrEqualTo(16 * 1024);
    assertThat(small.read(stored))
        .isInstanceOfSatisfying(
            StepFailedException.class,
            e -> assertThat(e.originalType()).isEqualTo("java.lang.IllegalStateException"))
        .hasMessageContaining(
            "it was not kept whole, since it is above the limit of 16,384 bytes,"
                + " Limits.failureBytesMax. Catch StepFailedException, or throw one with less in it.")
        .hasMessageEndingWith("docs/errors/ES410.md");
    assertThat(codec.read(codec.write(thrown))).isExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsTextThatFitsTheLeastLimitOfWhateverIsThrown() {
    FailureCodec least = new FailureCodec(16 * 1024);
    Throwable thrown = new IOException("\0".repeat(20_000));
    for (int i = 0; i < 30; i++) {
      thrown = new IllegalStateException("\0é𝄞".repeat(10_000), thrown);
    }

    Payload stored = least.write(thrown);

    assertThat(stored.length()).isBetween(500, 16 * 1024);
    assertThat(least.describe(stored).message()).startsWith("\0é𝄞").endsWith("...");
    Throwable standIn = least.read(stored);
    assertThat(least.read(least.write(standIn)))
        .as("what stands in for it is kept whole")
        .isExactlyInstanceOf(StepFailedException.class)
        .hasMessage(standIn.getMessage());
  }

  @Test
  void standsInForAClassThatTheCodeLacks() {
    String stored = codec.write(new IOException("m")).utf8();
    String java = stored.substring(stored.indexOf("\"java\":\"") + 8, stored.lastIndexOf('"'));
    String bytes = new String(Base64.getDecoder().decode(java), StandardCharsets.ISO_8859_1);
    String renamed =
        Base64.getEncoder()
            .encodeToString(
                bytes
                    .replace("java.io.IOException", "java.io.NoException")
                    .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(codec.read(Payload.utf8(stored.replace(java, renamed))))
        .isInstanceOf(StepFailedException.class)
        .hasMessageStartingWith(
            "[ES410] a step threw java.io.IOException: m; the code at hand cannot rebuild it:"
                + " java.lang.ClassNotFoundException: java.io.NoException.");
  }

  @Test
  void readsNoClassThatIsNeitherAValueNorOfTheExceptionsPackage() {
    Payload stored = codec.write(new Carrier(new ArrayList<>(List.of(new DecimalFormat()))));

    assertThat(codec.read(stored)).isInstanceOf(StepFailedException.class);
  }

  @Test
  void survivesExceptionsThatThrow() {
    assertThat(codec.describe(codec.write(new Hostile())).type())
        .isEqualTo(Hostile.class.getName());
  }

  @Test
  void survivesCausesThatGoInACircle() {
    Exception a = new Exception("a");
    a.initCause(new Exception("b", a));

    assertThat(codec.describe(codec.write(a)).causes()).hasSize(1);
  }

  @Test
  void keepsHalfASurrogatePairInTheExceptionAlone() {
    Payload stored = codec.write(new IOException("\ud800"));

    assertThat(codec.describe(stored).message()).isEqualTo("\ufffd");
    assertThat(codec.read(stored)).hasMessage("\ud800");
  }

  @Test
  void refusesWhatIsNoFailure() {
    assertThatThrownBy(() -> codec.read(Payload.utf8("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a failure: {}");
  }

  record Detail(String what, List<BigDecimal> amounts) implements java.io.Serializable {}

  static final class Declined extends Exception {
    private static final long serialVersionUID = 1L;
    private final Detail detail;

    Declined(String message, Detail detail, Throwable cause) {
      super(message, cause);
      this.detail = detail;
    }
  }

  static final class Unserialisable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unused") // what makes it so
    private final Object lock = new Object();

    Unserialisable(String message) {
      super(message);
    }
  }

  static final class Carrier extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("unused") // what is carried
    private final ArrayList<Object> load;

    Carrier(ArrayList<Object> load) {
      this.load = load;
    }
  }

  static final class Forgetful extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private transient String message;

    Forgetful(String message) {
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }

  static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }
}
