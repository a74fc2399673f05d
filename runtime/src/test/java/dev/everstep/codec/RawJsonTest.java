package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.journal.Payload;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawJsonTest {

  @Test
  void findsMembersWithTheBytesTheyHave() {
    assertThat(RawJson.members(Payload.utf8("{ \"a\" : [1.10, {\"b\":\"\\u0041\"}] ,\"c\":-0}")))
        .containsExactly(
            Map.entry("a", Payload.utf8("[1.10, {\"b\":\"\\u0041\"}]")),
            Map.entry("c", Payload.utf8("-0")));
  }

  @Test
  void readsNumbersNamesAndTextsOfAnyLength() {
    String digits = "7".repeat(5_000);
    String name = "n".repeat(100_000);
    String text = "\"" + "x".repeat(21_000_000) + "\"";

    assertThat(
            RawJson.members(
                Payload.utf8("{\"a\":[" + digits + "],\"" + name + "\":1,\"t\":" + text + "}")))
        .containsEntry("a", Payload.utf8("[" + digits + "]"))
        .containsEntry(name, Payload.utf8("1"))
        .containsEntry("t", Payload.utf8(text));
    assertThat(RawJson.text(Payload.utf8(text))).hasSize(21_000_000);
  }

  @Test
  void refusesWhatIsNotOneObject() {
    for (String json : new String[] {"", "[]", "{", "{\"a\":1", "{\"a\":1} x", "{}{}", "{} []"}) {
      assertThatThrownBy(() -> RawJson.members(Payload.utf8(json)))
          .as(json)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
