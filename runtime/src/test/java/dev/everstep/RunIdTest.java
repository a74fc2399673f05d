package dev.everstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
  private static final String LONGEST =
      "x123456789x123456789x123456789x123456789x123456789"
          + "x123456789x123456789x123456789x123456789x123456789";

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "a._:-Z9", "1-", LONGEST})
  void takesLettersDigitsAndSomeSigns(String text) {
    assertThat(new RunId(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        ".a",
        "_",
        ":",
        "a b",
        "a/",
        "a;",
        "a@",
        "a[",
        "a`",
        "a{",
        "a,",
        "a\n",
        "\u00e4",
        "a\u00e4",
        "a\u0661",
        LONGEST + "x"
      })
  void refusesAllElse(String text) {
    assertThatThrownBy(() -> new RunId(text))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("[ES101] not a run id: \"" + text);
  }
}
