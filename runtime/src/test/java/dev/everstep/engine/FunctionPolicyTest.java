package dev.everstep.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.InvalidInputException;
import dev.everstep.annotations.Function;
import dev.everstep.annotations.OnCrash;
import dev.everstep.machine.FunctionRef;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FunctionPolicyTest {
  @Function(onCrash = OnCrash.FAIL)
  static class Functions {
    public void plain() {}

    @Function(
        attempts = 4,
        backoff = "200ms..1s",
        timeout = "2m",
        nonRetryable = FileNotFoundException.class)
    public void retried() {}

    @Function(attempts = 2, backoff = "3s")
    public void fixed() {}

    @Function(attempts = 0)
    public void noAttempt() {}

    @Function(backoff = "1m..1s")
    public void backwards() {}

    @Function(timeout = "soon")
    public void soon() {}
  }

  static class Plain {
    public void notAFunction() {}
  }

  private static FunctionPolicy policy(Class<?> owner, String method) {
    return FunctionPolicy.of(
        new FunctionRef(
            owner.getSimpleName() + "." + method,
            owner,
            method,
            List.of(),
            List.of(),
            List.of(),
            void.class));
  }

  @Test
  void theAnnotationOfTheClassCountsUnlessTheMethodHasOne() {
    assertThat(policy(Functions.class, "plain").onCrash()).isEqualTo(OnCrash.FAIL);
    assertThat(policy(Functions.class, "plain").attempts()).isEqualTo(1);
    assertThat(policy(Functions.class, "retried").onCrash()).isEqualTo(OnCrash.RETRY);
    assertThat(policy(Functions.class, "retried").timeout()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void retriesWhileAttemptsAreLeftAndTheExceptionMayBeRetried() {
    FunctionPolicy policy = policy(Functions.class, "retried");

    assertThat(policy.retries(new IOException(), 3)).isTrue();
    assertThat(policy.retries(new IOException(), 4)).isFalse();
    assertThat(policy.retries(new FileNotFoundException(), 1)).isFalse();
  }

  @Test
  void pausesDoubleUpToTheLongestAndAreDrawnFromTheirUpperHalf() {
    FunctionPolicy policy = policy(Functions.class, "retried");
    long[] full = {200, 400, 800, 1000, 1000};
    for (int failures = 1; failures <= full.length; failures++) {
      for (int seed = 0; seed < 200; seed++) {
        assertThat(policy.pause(failures, new SplittableRandom(seed)).toMillis())
            .isBetween(full[failures - 1] / 2, full[failures - 1]);
      }
    }
    assertThat(policy(Functions.class, "fixed").pause(7, new SplittableRandom(1)))
        .isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> policy(Functions.class, "noAttempt"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "[ES209] the settings of function Functions.noAttempt are wrong: attempts=0, allowed: 1"
                + " to 1000000. docs/errors/ES209.md");
    assertThatThrownBy(() -> policy(Functions.class, "backwards"))
        .hasMessage(
            "[ES209] the settings of function Functions.backwards are wrong: backoff=\"1m..1s\": the"
                + " longest pause is below the first. docs/errors/ES209.md");
    assertThatThrownBy(() -> policy(Functions.class, "soon"))
        .hasMessage(
            "[ES209] the settings of function Functions.soon are wrong: not a duration: \"soon\";"
                + " write a number with ms, s, m, h or d, as in 200ms. docs/errors/ES209.md");
    assertThatThrownBy(() -> policy(Plain.class, "notAFunction"))
        .hasMessage(
            "[ES209] the settings of function Plain.notAFunction are wrong: it has no @Function, and"
                + " neither has its class. docs/errors/ES209.md");
    assertThatThrownBy(() -> policy(Plain.class, "gone"))
        .hasMessageContaining("compile the workflow again");
  }
}
