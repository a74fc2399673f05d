package dev.everstep.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.UnreadableValueException;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {
  private final Random random = new Random(7);
  private final Story story = new Story();

  @Test
  void leavesASmallStateAndItsEntriesAsTheyAre() {
    String body = "{\"output\":\"" + text(5_000) + "\"}";

    story.commit(List.of(body), "{\"frames\":[]}");

    assertThat(story.journal.entries(Story.RUN, 0, 1).get(0).body()).hasToString(body);
    assertThat(story.head().state()).hasToString("{\"frames\":[]}");
  }

  @Test
  void refersToWhatAnEntryOfTheSameTransitionHas() {
    String output = text(10_000);

    story.commit(List.of("{\"output\":\"" + output + "\"}"), "{\"frames\":[\"" + output + "\"]}");

    assertThat(story.head().state().length()).isLessThan(100);
    assertThat(story.bytes).isLessThan(10_200);
    assertThat(story.storedState()).isEqualTo("{\"frames\":[\"" + output + "\"]}");
  }

  @Test
  void refersToTheLargeStateBeforeASmallOne() {
    String input = text(10_000);
    story.commit(List.of("{\"output\":\"" + input + "\"}"), "{\"input\":[\"" + input + "\"]}");
    long before = story.bytes;

    story.commit(List.of("{\"input\":[\"" + input + "\"]}", "{}"), "{\"result\":1}");

    assertThat(story.bytes - before).isLessThan(100);
    assertThat(story.head().state()).hasToString("{\"result\":1}");
    assertThat(story.storedBodies()).isEqualTo(story.bodies);
  }

  @Test
  void pinsTheStoredForm() {
    String output = "\"" + "o".repeat(400) + "\"";
    Entry entry =
        new Entry(
            300,
            EntryKind.STEP_COMPLETED,
            Instant.EPOCH,
            Payload.utf8("{\"output\":" + output + "}"));
    String kept = "\"" + "k".repeat(400) + "\"";
    Payload state = Payload.utf8("{\"a\":" + output + ",\"b\":" + kept + ",\"c\":" + kept + "}");

    Packed packed = Packing.pack(Places.NONE, List.of(entry), state);

    // format, length of the JSON (413), length of the items (415)
    byte[] header = {1, (byte) (413 & 127 | 128), 413 >> 7, (byte) (415 & 127 | 128), 415 >> 7};
    byte[] bodyHeader = {(byte) (413 << 2 & 127 | 128), 413 << 2 >> 7};
    assertThat(shown(packed.entries().get(0).body()))
        .isEqualTo(shown(header) + shown(bodyHeader) + "{\"output\":" + output + "}" + kept);
    byte[] stateHeader = {1, (byte) (1_222 & 127 | 128), 1_222 >> 7, 37};
    byte[] toOutput = {(byte) ((402 << 2 | 1) & 127 | 128), 402 << 2 >> 7, (byte) 172, 2, 17};
    byte[] toKept = {
      (byte) ((402 << 2 | 1) & 127 | 128),
      402 << 2 >> 7,
      (byte) 172,
      2,
      (byte) (420 & 127 | 128),
      420 >> 7
    };
    assertThat(shown(packed.state()))
        .isEqualTo(
            shown(stateHeader)
                + shown(5 << 2)
                + "{\"a\":"
                + shown(toOutput)
                + shown(5 << 2)
                + ",\"b\":"
                + shown(toKept)
                + shown(5 << 2)
                + ",\"c\":"
                + shown(toKept)
                + shown(1 << 2)
                + "}");
  }

  @Test
  void leavesNothingBehindOfWhatChangesEachTime() {
    story.commit(List.of("{}"), "{\"frames\":[\"" + text(10_000) + "\"]}");
    for (int i = 0; i < 20; i++) {
      story.commit(List.of("{}"), "{\"frames\":[\"" + text(10_000) + "\"]}");
    }

    assertThat(story.journal.entries(Story.RUN, 0, 100))
        .allSatisfy(entry -> assertThat(entry.body().length()).isLessThan(20));
  }

  @Test
  void writesWhatStaysTwice() {
    String local = text(10_000);
    for (int i = 0; i < 20; i++) {
      story.commit(List.of("{}"), "{\"frames\":[\"" + local + "\"],\"i\":" + i + "}");
    }

    assertThat(story.bytes).isBetween(20_000L, 23_000L);
    assertThat(story.storedState()).contains(local);
  }

  @Test
  void writesOnceWhatAStateHoldsTwice() {
    String local = text(10_000);

    story.commit(List.of("{}"), "{\"frames\":[\"" + local + "\"],\"input\":[\"" + local + "\"]}");

    assertThat(story.bytes).isLessThan(10_500);
  }

  @Test
  void appendingToAListCostsWhatIsAppended() {
    List<String> list = new ArrayList<>();
    int turns = 400;
    for (int i = 0; i < turns; i++) {
      String output = "{\"role\":\"tool\",\"text\":\"" + text(2_000) + "\"}";
      list.add(output);
      story.commit(
          List.of("{\"output\":" + output + ",\"input\":[" + i + "]}"),
          "{\"frames\":[[" + String.join(",", list) + "]],\"i\":" + i + "}");
    }

    assertThat(story.bytes).isLessThan((long) (1.25 * turns * 2_030));
    assertThat(story.storedState()).contains(list.get(0)).contains(list.get(turns - 1));
  }

  @Test
  void appendingToATextCostsWhatIsAppendedAndTheLastPiece() {
    StringBuilder growing = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      growing.append(text(1_000));
      story.commit(List.of("{}"), "{\"frames\":[\"" + growing + "\"]}");
    }

    assertThat(story.bytes).isLessThan(200 * 6_000);
    assertThat(story.storedState()).isEqualTo("{\"frames\":[\"" + growing + "\"]}");
  }

  @Test
  void aChangeInTheMiddleCostsWhatIsAroundIt() {
    List<String> list = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      list.add("{\"id\":" + i + ",\"text\":\"" + text(600) + "\"}");
    }
    story.commit(List.of("{}"), "{\"frames\":[[" + String.join(",", list) + "]]}");
    for (int i = 0; i < 5; i++) {
      story.commit(List.of("{}"), "{\"frames\":[[" + String.join(",", list) + "]],\"i\":0}");
    }
    long before = story.bytes;
    list.remove(400);
    list.set(600, "{\"id\":600,\"text\":\"" + text(600) + "\"}");
    list.add(0, "{\"id\":-1,\"text\":\"" + text(600) + "\"}");

    story.commit(List.of("{}"), "{\"frames\":[[" + String.join(",", list) + "]],\"i\":0}");

    assertThat(story.bytes - before).isLessThan(6_000);
    assertThat(story.storedState())
        .isEqualTo("{\"frames\":[[" + String.join(",", list) + "]],\"i\":0}");
  }

  @Test
  void readsTheEntriesThatAStateRefersToAndNoOthers() {
    String used = "\"" + text(2_000) + "\"";
    story.commit(List.of("{}"), "{}");
    for (int i = 1; i < 2_000; i++) {
      boolean isUsed = i == 700 || i == 701 || i == 1_500;
      story.commit(
          List.of(
              "{\"output\":" + (isUsed ? used + ",\"more\":\"" + i + text(500) + "\"" : i) + "}"),
          i < 700 ? "{}" : "{\"frames\":[" + used + "," + (i < 1_500 ? 0 : 1) + "]}");
    }

    List<Long> read = new ArrayList<>();
    Journal counted =
        (Journal)
            Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, arguments) -> {
                  Object answer = method.invoke(story.journal, arguments);
                  if (answer instanceof List<?> entries) {
                    entries.forEach(entry -> read.add(((Entry) entry).seq()));
                  }
                  return answer;
                });

    assertThat(Documents.state(counted, story.head())).hasToString(story.state);
    assertThat(read).containsExactly(700L);
    read.clear();
    story.commit(List.of("{}"), "{\"frames\":[]}");
    assertThat(Documents.state(counted, story.head())).hasToString(story.state);
    assertThat(read).isEmpty();
  }

  @Test
  void refusesALaterFormat() {
    byte[] later = {2, 0, 0};

    assertThatThrownBy(
            () ->
                new Documents(story.journal, Story.RUN)
                    .entry(
                        new Entry(0, EntryKind.STEP_COMPLETED, Instant.EPOCH, Payload.wrap(later))))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessage(
            "[ES406] a stored document cannot be read: run=r, format=2, known=1. Deploy the version"
                + " that wrote it, or a later one. docs/errors/ES406.md");
  }

  @Test
  void tellsWhatIsNotThere() {
    story.commit(List.of("{}"), "{}");
    // {"a":1} of which 5 bytes are in entry 9
    byte[] document = {1, 7, 6, 2 << 2, '{', '"', 5 << 2 | 1, 9, 0};

    assertThatThrownBy(
            () ->
                new Documents(story.journal, Story.RUN)
                    .entry(
                        new Entry(
                            1, EntryKind.STEP_COMPLETED, Instant.EPOCH, Payload.wrap(document))))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageContaining(
            "[ES406] a stored document refers to bytes that are not there: run=r, seq=9, offset=0,"
                + " length=5, found=no entry.");
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append("abcdefghijklmnopqrstuvwxyz .,".charAt(random.nextInt(29)));
    }
    return text.toString();
  }

  private static String shown(int value) {
    return shown(new byte[] {(byte) value});
  }

  private static String shown(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String shown(Payload payload) {
    return shown(payload.array());
  }
}
