package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The arguments of a step in flight, whose function has changed. */
class StoredArgumentsTest {
  private static FunctionRef function(Local... parameters) {
    return new FunctionRef(
        "A.f",
        null,
        null,
        List.of(),
        Arrays.stream(parameters).map(Local::type).toList(),
        Arrays.stream(parameters).map(Local::name).toList(),
        void.class);
  }

  private static final FunctionRef BEFORE =
      function(
          new Local("from", String.class),
          new Local("prices", Types.of(Map.class, String.class, Integer.class)),
          new Local("n", int.class));

  private static final StoredArguments STORED =
      new StoredArguments(
          StoredArguments.describe(BEFORE), Payload.utf8("[\"a, <b\",{\"x\":[1,2]},1.50]"));

  @Test
  void namesParametersAndTheirTypes() {
    assertThat(STORED.takes()).isEqualTo("String from, Map<String, Integer> prices, int n");
    assertThat(StoredArguments.describe(function())).isEmpty();
  }

  @Test
  void areTheSameForTheSameParameters() {
    assertThat(STORED.fit("run", "step:A.f", BEFORE)).isSameAs(STORED);
  }

  @Test
  void areWhatTheyAreIfNothingIsKnownOfThem() {
    StoredArguments old = new StoredArguments(null, Payload.utf8("[1]"));

    assertThat(old.fit("run", "step:A.f", BEFORE)).isSameAs(old);
  }

  @Test
  void goByNameIfTheParametersChangePlaces() {
    FunctionRef after =
        function(
            new Local("n", long.class),
            new Local("from", String.class),
            new Local("prices", Types.of(Map.class, String.class, Integer.class)));

    assertThat(STORED.fit("run", "step:A.f", after).input().utf8())
        .isEqualTo("[1.50,\"a, <b\",{\"x\":[1,2]}]");
  }

  @Test
  void goByPlaceIfAParameterIsRenamed() {
    FunctionRef after =
        function(
            new Local("to", String.class),
            new Local("prices", Types.of(Map.class, String.class, Integer.class)),
            new Local("n", int.class));

    StoredArguments fitting = STORED.fit("run", "step:A.f", after);

    assertThat(fitting.input().utf8()).isEqualTo(STORED.input().utf8());
    assertThat(fitting.takes()).isEqualTo("String to, Map<String, Integer> prices, int n");
  }

  @Test
  void doNotFitMoreOrFewerParameters() {
    assertThatThrownBy(
            () -> STORED.fit("run", "step:A.f", function(new Local("from", String.class))))
        .isInstanceOf(FrameMismatchException.class)
        .hasMessage(
            "[ES407] the number of stored arguments does not fit the step: method=run,"
                + " point=step:A.f, found=3, wanted=1. Deploy code with the parameters that were"
                + " stored; the run then continues. docs/errors/ES407.md");
  }

  @Test
  void doNotFitANarrowerType() {
    FunctionRef after =
        function(
            new Local("from", String.class),
            new Local("prices", Types.of(Map.class, String.class, Integer.class)),
            new Local("n", short.class));

    assertThatThrownBy(() -> STORED.fit("run", "step:A.f", after))
        .isInstanceOf(FrameMismatchException.class)
        .hasMessage(
            "[ES407] a stored argument does not fit the step: method=run, point=step:A.f,"
                + " parameter=n, stored=int, wanted=short. The value would not be kept. Deploy code in"
                + " which the types fit; the run then continues. docs/errors/ES407.md");
  }
}
