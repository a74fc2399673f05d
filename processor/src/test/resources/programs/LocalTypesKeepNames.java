package workflows;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.differential.world.*;
import java.io.*;
import java.math.*;
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Local types of one name print under that name, refer to each other and are stored. */
// input: [0]
// input: [1]
// input: [3]
@Workflow
public class LocalTypesKeepNames {
  static final int LIMIT = 3;

  public String run(WorkflowContext ctx, int n) {
    List<String> out = new ArrayList<>();
    if (n > 0) {
      interface Part {
        int COUNT = 4;

        int cost();

        default String text() {
          return getClass().getSimpleName() + cost() + COUNT;
        }
      }
      enum Level implements Part {
        LOW,
        HIGH {
          @Override
          public int cost() {
            return 2;
          }
        };

        @Override
        public int cost() {
          return 1;
        }
      }
      record Note(Level level, Level other) implements Part {
        static final Note FIRST = new Note(Level.LOW, Level.HIGH);

        @Override
        public int cost() {
          return level.cost() + other.cost();
        }
      }
      Note note = new Note(Level.LOW, Note.FIRST.other());
      out.add(ctx.step(Steps::text, note.text()));
      out.add(note.toString() + note.other().text() + Note.class.getSimpleName());
      for (int i = 0; i < n; i++) {
        record Inner(Note note, int i) {}
        Inner inner = new Inner(note, ctx.step(Steps::inc, i));
        out.add(inner.toString());
        ctx.step(Steps::ping);
        out.add(inner.toString() + inner.note().text());
      }
    } else {
      enum Part {
        A,
        B
      }
      record Inner<T>(T value) {
        <R> Inner<R> map(Function<? super T, ? extends R> function) {
          return new Inner<>(function.apply(value));
        }
      }
      Inner<Part> part = new Inner<>(Part.B);
      out.add(ctx.step(Steps::text, part.toString()));
      out.add(part.map(Part::ordinal).toString() + part.value().getClass().getSimpleName());
    }
    interface Part {
      int cost(int n);
    }
    record Inner(int n) {}
    record Note(int by, Note next) implements Part, Comparable<Note> {
      record Note_2(Inner inner) {} // which the second Note must not be declared in

      Note {
        if (by > LIMIT) {
          throw new IllegalArgumentException("over " + LIMIT);
        }
      }

      Note(int by) {
        this(by, by == 0 ? null : new Note(by - 1, null));
      }

      static Note of(Inner inner) {
        return new Note(inner.n());
      }

      @Override
      public int cost(int n) {
        return n + by;
      }

      @Override
      public int compareTo(Note other) {
        return by - other.by;
      }

      Note.Note_2 level() {
        return new Note_2(new Inner(by));
      }
    }
    enum Level {
      LOW,
      HIGH
    }
    Level level = n == 0 ? Level.LOW : Level.HIGH;
    Note[] notes = {new Note(ctx.step(Steps::inc, 0)), Note.of(new Inner(2))};
    Map<Level, List<Note>> byLevel = new EnumMap<>(Level.class);
    for (Level one : Level.values()) {
      byLevel.computeIfAbsent(one, Level -> new ArrayList<>()).add(notes[one.ordinal()]);
      ctx.step(Steps::ping);
    }
    switch (level) {
      case LOW:
        out.add(ctx.step(Steps::text, "low"));
        break;
      case HIGH:
        out.add(byLevel.toString() + ctx.step(Steps::inc, notes[1].cost(n)));
    }
    Object any = notes[0];
    out.add(any instanceof Note note ? note.toString() : "none");
    out.add(any instanceof Part part ? "" + part + part.cost(1) : "none");
    Function<Inner, Note> maker = Note::of;
    out.add(maker.apply(new Inner(1)).level().toString() + Part.class.getSimpleName());
    out.add(Stream.of(notes).sorted().map(Note::toString).collect(Collectors.joining("|")));
    try {
      notes[0] = new Note(ctx.step(Steps::inc, n));
    } catch (IllegalArgumentException e) {
      out.add(e.getMessage() + ctx.step(Steps::text, level.getClass().getSimpleName()));
    }
    return out + Arrays.toString(notes) + byLevel.get(Level.HIGH).get(0).next();
  }
}
