package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.InvalidInputException;
import dev.everstep.codec.Samples.Circle;
import dev.everstep.codec.Samples.Price;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserInputTest {
  private static final Local URL = new Local("url", String.class);
  private static final Local COUNT = new Local("count", int.class);
  private static final Local PRICE = new Local("price", Price.class);
  private static final Local NAMES = new Local("names", Types.of(List.class, String.class));

  private final ValueCodec codec = new ValueCodec();

  @Test
  void takesAllArgumentsAsAnArrayOrByName() {
    assertThat(codec.readInput("[\"a\", 3]", List.of(URL, COUNT))).containsExactly("a", 3);
    assertThat(codec.readInput("{\"count\": 3, \"url\": \"a\"}", List.of(URL, COUNT)))
        .containsExactly("a", 3);
    assertThat(codec.readInput("[]", List.of())).isEmpty();
    assertThat(codec.readInput("{}", List.of())).isEmpty();
  }

  @Test
  void takesTheOnlyArgumentBareOrInAnArrayOrByName() {
    Price price = new Price("EUR", new BigDecimal("1.50"));

    assertThat(codec.readInput("\"a\"", List.of(URL))).containsExactly("a");
    assertThat(codec.readInput("[\"a\"]", List.of(URL))).containsExactly("a");
    assertThat(codec.readInput("{\"url\": \"a\"}", List.of(URL))).containsExactly("a");
    assertThat(codec.readInput("{\"currency\":\"EUR\",\"amount\":1.50}", List.of(PRICE)))
        .containsExactly(price);
    assertThat(
            codec.readInput("{\"price\":{\"currency\":\"EUR\",\"amount\":1.50}}", List.of(PRICE)))
        .containsExactly(price);
    assertThat(codec.readInput("[\"a\"]", List.of(NAMES))).containsExactly(List.of("a"));
    assertThat(codec.readInput("[[\"a\"]]", List.of(NAMES))).containsExactly(List.of("a"));
  }

  @Test
  void pointsAtMalformedJson() {
    assertThatThrownBy(() -> codec.readInput("{\n  \"url\": htp\n}", List.of(URL)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            """
            [ES408] the input is not JSON: line=2, column=10. Unrecognized token 'htp': was \
            expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false').
                "url": htp
                       ^
              Write texts and names in double quotes; mind the quotes of your shell. \
            docs/errors/ES408.md""");
  }

  @Test
  void refusesTextBehindTheValue() {
    assertThatThrownBy(() -> codec.readInput("\"a\" \"b\"", List.of(URL)))
        .hasMessageStartingWith(
            "[ES408] the input is not JSON: line=1, column=5. More text after the value.");
  }

  @Test
  void refusesNoText() {
    assertThatThrownBy(() -> codec.readInput("  ", List.of(URL)))
        .hasMessage(
            "[ES408] the input is empty. Give JSON, such as [] or \"text\". docs/errors/ES408.md");
  }

  @Test
  void takesNoNumberForATime() {
    Local at = new Local("at", Instant.class);

    assertThat(codec.readInput("\"1970-01-01T00:00:00Z\"", List.of(at)))
        .containsExactly(Instant.EPOCH);
    assertThatThrownBy(() -> codec.readInput("0", List.of(at)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("number is no Instant");
  }

  @Test
  void doesNotCutNumbers() {
    assertThatThrownBy(() -> codec.readInput("[\"a\", 1.5]", List.of(URL, COUNT)))
        .hasMessage(
            "[ES409] the input does not fit: path=input[1], parameter=int count. Cannot coerce"
                + " Floating-point value (1.5) to `int` value (but could if coercion was enabled using"
                + " `CoercionConfig`). Correct the value. docs/errors/ES409.md");
  }

  @Test
  void doesNotTurnTextsIntoNumbersOrNumbersIntoTexts() {
    assertThatThrownBy(() -> codec.readInput("[\"a\", \"1\"]", List.of(URL, COUNT)))
        .hasMessageContaining("path=input[1]");
    assertThatThrownBy(() -> codec.readInput("5", List.of(URL)))
        .hasMessageContaining("path=input, parameter=String url");
    assertThatThrownBy(() -> codec.readInput("null", List.of(COUNT)))
        .hasMessageContaining("path=input, parameter=int count");
  }

  @Test
  void namesAnUnknownProperty() {
    assertThatThrownBy(
            () ->
                codec.readInput(
                    "{\"prices\": [{\"currency\": \"EUR\", \"amout\": 1}], \"count\": 1}",
                    List.of(new Local("prices", Types.of(List.class, Price.class)), COUNT)))
        .hasMessage(
            "[ES409] the input does not fit: path=input.prices[0].amout, parameter=List<Price>"
                + " prices. Unrecognized field \"amout\" (class dev.everstep.codec.Samples$Price),"
                + " not marked as ignorable. Correct the value. docs/errors/ES409.md");
  }

  @Test
  void namesMissingAndUnknownArguments() {
    assertThatThrownBy(() -> codec.readInput("{\"uri\": \"a\", \"count\": 1}", List.of(URL, COUNT)))
        .hasMessage(
            "[ES409] the names of the arguments do not fit: missing=[url], unknown=[uri],"
                + " parameters=(String url, int count). Give one for each parameter."
                + " docs/errors/ES409.md");
  }

  @Test
  void namesAWrongNumberOfArguments() {
    assertThatThrownBy(() -> codec.readInput("[1]", List.of(URL, COUNT)))
        .hasMessage(
            "[ES409] the number of arguments does not fit: found=1, parameters=(String url, int"
                + " count). Give one for each parameter. docs/errors/ES409.md");
    assertThatThrownBy(() -> codec.readInput("[]", List.of(URL)))
        .hasMessage(
            "[ES409] the number of arguments does not fit: found=0, parameters=(String url). Give"
                + " one for each parameter. docs/errors/ES409.md");
    assertThatThrownBy(() -> codec.readInput("1", List.of(URL, COUNT)))
        .hasMessage(
            "[ES409] the input is neither an array nor an object: parameters=(String url, int"
                + " count). Give all arguments as an array, or an object by their names."
                + " docs/errors/ES409.md");
  }

  @Test
  void readsWhatIsDeclaredWithGenerics() {
    assertThat(
            codec.readInput(
                "{\"a\": {\"kind\": \"circle\", \"radius\": 2}}",
                List.of(new Local("circles", Types.of(Map.class, String.class, Circle.class)))))
        .containsExactly(Map.of("a", new Circle(2)));
  }
}
