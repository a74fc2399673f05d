package dev.everstep.processor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void readsEveryKindOfValue() throws JsonException {
    assertThat(
            JsonReader.read(
                "\t{\"a\" : [1, -20, 0, 1.5, 2e3, -0.25E-2, true, false, null, [], {}],\r\n"
                    + "\"b\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00é\"} "))
        .isEqualTo(
            Map.of(
                "a",
                Arrays.asList(
                    1L, -20L, 0L, 1.5, 2000.0, -0.0025, true, false, null, List.of(), Map.of()),
                "b",
                "\"\\/\b\f\n\r\té😀é"));
  }

  @Test
  void readsWhatIsWritten() throws JsonException {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("plain", "text");
    value.put("odd \"\\ \u0001\n é😀", List.of("", Map.of(), List.of()));
    assertThat(JsonReader.read(JsonWriter.write(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                    | line 1, column 1: a value was expected
          `{`                   | line 1, column 2: a string was expected
          `{"a"}`               | line 1, column 5: ':' was expected
          `{"a":1,}`            | line 1, column 8: a string was expected
          `{a:1}`               | line 1, column 2: a string was expected
          `{"a":1 "b":2}`       | line 1, column 8: '}' was expected
          `{"a":1,"b":2,"a":3}` | line 1, column 14: "a" is there twice
          `[1,]`                | line 1, column 4: a value was expected
          `[1 2]`               | line 1, column 4: ']' was expected
          `[1`                  | line 1, column 3: ']' was expected
          `1 2`                 | line 1, column 3: the end was expected
          `01`                  | line 1, column 2: the end was expected
          `-`                   | line 1, column 2: a digit was expected
          `1.`                  | line 1, column 3: a digit was expected
          `1e+`                 | line 1, column 4: a digit was expected
          `.5`                  | line 1, column 1: a value was expected
          `+1`                  | line 1, column 1: a value was expected
          `NaN`                 | line 1, column 1: a value was expected
          `99999999999999999999`| line 1, column 1: the number is too large
          `tru`                 | line 1, column 1: a value was expected
          `"a`                  | line 1, column 3: the string has no end
          `"\\x"`               | line 1, column 3: no such escape
          `"\\u12g4"`           | line 1, column 6: four hexadecimal digits were expected
          `"\\`                 | line 1, column 3: no such escape
          `'a'`                 | line 1, column 1: a value was expected
          `[1, // one\n2]`      | line 1, column 5: a value was expected
          """)
  void refusesAnythingElse(String text, String message) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOf(JsonException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhereItIsWrong() {
    assertThatThrownBy(() -> JsonReader.read("{\n  \"a\": [\n    1,\n    \"b\tc\"\n] }"))
        .hasMessage("line 4, column 7: a control character in a string");
    assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000)))
        .hasMessage("line 1, column 102: more than 100 levels");
    assertThatThrownBy(() -> JsonReader.read("\ufeff{}"))
        .hasMessage("line 1, column 1: a value was expected");
  }
}
