package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.RunId;
import dev.everstep.RunStatus;
import dev.everstep.journal.Entry;
import dev.everstep.journal.EntryKind;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import dev.everstep.journal.Transition;
import dev.everstep.journal.memory.InMemoryJournal;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import dev.everstep.pieces.Documents;
import dev.everstep.pieces.Packed;
import dev.everstep.pieces.Packing;
import dev.everstep.pieces.Places;
import dev.everstep.pieces.Unpacked;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Locals that change at random, are stored in pieces and are restored now and then, stay the same
 * as locals that never leave memory: in content, classes and sharing.
 */
class FramesOverTimeTest {
  private static final int STORIES = 12;
  private static final int ROUNDS = 60;
  private static final RunId RUN = new RunId("r");
  private static final List<Local> LOCALS =
      List.of(
          new Local("first", Types.of(List.class, Note.class)),
          new Local("second", Types.of(List.class, Note.class)),
          new Local("byName", Types.of(Map.class, String.class, Types.of(List.class, Note.class))),
          new Local("queue", Types.of(Deque.class, String.class)),
          new Local("last", Note.class),
          new Local("text", String.class));

  private final ValueCodec values = new ValueCodec();
  private final FrameCodec frames = new FrameCodec(values);

  /** A mutable object that several lists can hold. */
  static final class Note {
    public String text = "";
    public int count;
  }

  /** The locals. */
  private static final class Locals {
    List<Note> first = new ArrayList<>();
    List<Note> second = new ArrayList<>();
    Map<String, List<Note>> byName = new LinkedHashMap<>();
    Deque<String> queue = new ArrayDeque<>();
    Note last = new Note();
    String text = "";

    List<Object> all() {
      return List.of(first, second, byName, queue, last, text);
    }

    @SuppressWarnings("unchecked") // read by the types of LOCALS
    static Locals of(List<?> all) {
      Locals locals = new Locals();
      locals.first = (List<Note>) all.get(0);
      locals.second = (List<Note>) all.get(1);
      locals.byName = (Map<String, List<Note>>) all.get(2);
      locals.queue = (Deque<String>) all.get(3);
      locals.last = (Note) all.get(4);
      locals.text = (String) all.get(5);
      return locals;
    }

    void change(Random random) {
      switch (random.nextInt(14)) {
        case 0, 1, 2 -> {
          last = new Note();
          last.text = words(random);
          first.add(last);
        }
        case 3 -> second.add(last);
        case 4 -> byName.put("n" + random.nextInt(5), random.nextBoolean() ? first : second);
        case 5 -> byName.put("n" + random.nextInt(5), new ArrayList<>(first));
        case 6 -> byName.remove("n" + random.nextInt(5));
        case 7 -> queue.addFirst(words(random));
        case 8 -> queue.pollLast();
        case 9 -> first.sort(Comparator.comparing((Note note) -> note.text));
        case 10 -> {
          if (!first.isEmpty()) {
            first.get(random.nextInt(first.size())).count++;
          }
        }
        case 11 -> {
          if (!first.isEmpty()) {
            first.remove(random.nextInt(first.size()));
          }
        }
        case 12 -> text += words(random);
        default -> {
          if (random.nextInt(10) == 0) {
            first.clear();
          }
        }
      }
    }

    private static String words(Random random) {
      StringBuilder words = new StringBuilder();
      int length = random.nextInt(3_000);
      while (words.length() < length) {
        words.append((char) ('a' + random.nextInt(26)));
      }
      return words.toString();
    }
  }

  @Test
  void storedAndRestoredLocalsStayLikeThoseThatNeverLeaveMemory() {
    long seed = Long.getLong("everstep.seed", System.nanoTime());
    System.out.println("FramesOverTimeTest: -Deverstep.seed=" + seed);
    for (int i = 0; i < STORIES; i++) {
      tell(seed + i);
    }
  }

  private void tell(long seed) {
    InMemoryJournal journal = new InMemoryJournal();
    Random random = new Random(seed);
    Locals plain = new Locals();
    Locals stored = new Locals();
    Places places = Places.NONE;
    for (int seq = 0; seq < ROUNDS; seq++) {
      long change = random.nextLong();
      plain.change(new Random(change));
      stored.change(new Random(change));
      places = commit(journal, seq, stored, places);
      if (random.nextInt(3) == 0) {
        Unpacked unpacked = Documents.unpack(journal, journal.head(RUN).orElseThrow());
        places = unpacked.places();
        FrameImage read = frames.read(unpacked.json(), all -> List.of(LOCALS)).get(0);
        stored = Locals.of(read.values());
      }
      SameValue.Difference difference =
          new SameValue(values.mapper(), true).between(plain.all(), stored.all(), "locals");
      assertThat(difference).as("round %d, -Deverstep.seed=%d", seq, seed).isNull();
    }
  }

  private Places commit(InMemoryJournal journal, int seq, Locals locals, Places before) {
    Instant at = Instant.EPOCH;
    FrameImage image = new FrameImage("run", "p", LOCALS, new ArrayList<>(locals.all()));
    Payload output = values.write(locals.last, Note.class);
    Payload body = RawJson.object(out -> RawJson.raw(out, "output", output));
    Packed packed =
        Packing.pack(
            before,
            List.of(new Entry(seq, EntryKind.STEP_COMPLETED, at, body)),
            frames.write(List.of(image)));
    Head head = new Head(RUN, "W", RunStatus.RUNNING, seq, at, at, null, packed.state());
    journal.commit(new Transition(packed.entries(), head)).join();
    return packed.places();
  }
}
