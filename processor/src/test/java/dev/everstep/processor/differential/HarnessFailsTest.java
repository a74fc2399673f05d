package dev.everstep.processor.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.codec.FrameImage;
import dev.everstep.codec.ValueCodec;
import dev.everstep.machine.FunctionRef;
import dev.everstep.machine.Local;
import dev.everstep.machine.MachineType;
import dev.everstep.processor.differential.world.Effects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A comparison that cannot fail proves nothing: with each kind of damage it does. */
class HarnessFailsTest {
  private static final String INPUT = "[2]";
  private static Subject subject;

  @BeforeAll
  static void compile() {
    String text =
        """
        package workflows;

        import dev.everstep.WorkflowContext;
        import dev.everstep.processor.differential.world.*;
        import java.util.*;

        public class Damaged {
          public String run(WorkflowContext ctx, int n) {
            List<String> words = ctx.step(Steps::words, "a,b");
            List<String> same = words;
            String text = "";
            for (int i = 0; i < n; i++) {
              text += i + ctx.step(Steps::text, words.get(i));
              words.add(ctx.step(Steps::text, text));
            }
            Effects.log("effect " + same.size());
            return text + same;
          }
        }
        """;
    Program program = new Program("Damaged", text, List.of(INPUT));
    subject = Batch.compile(List.of(program)).subjects().get("Damaged");
  }

  @Test
  void passesUndamaged() {
    assertThat(Difference.of(new Runner(), subject, INPUT)).isEmpty();
  }

  @Test
  void failsIfAnyLiveLocalIsDropped() {
    Set<String> live = new LinkedHashSet<>();
    MachineType type = subject.machine();
    type.points().forEach(one -> type.live(one).forEach(it -> live.add(it.name())));
    assertThat(live).contains("n", "words", "same", "text", "i");
    for (String dropped : live) {
      assertThat(Difference.of(new Dropping(dropped), subject, INPUT))
          .as(dropped)
          .map(Difference::way)
          .contains(Way.MOVED);
    }
  }

  @Test
  void failsIfResultsComeLate() {
    Runner late =
        new Runner() {
          private @Nullable Object last = "first";

          @Override
          @Nullable Object result(FunctionRef function, @Nullable Object result) {
            if (!(result instanceof String)) {
              return super.result(function, result);
            }
            Object before = last;
            last = result;
            return before;
          }
        };
    assertThat(Difference.of(late, subject, INPUT)).map(Difference::way).contains(Way.MACHINE);
  }

  @Test
  void failsIfSharedObjectsComeApart() {
    Runner apart =
        new Runner() {
          private final ValueCodec values = new ValueCodec();

          @Override
          FrameImage kept(FrameImage frame) {
            List<@Nullable Object> copies = new ArrayList<>();
            for (int i = 0; i < frame.values().size(); i++) {
              Local local = frame.locals().get(i);
              copies.add(values.copy(frame.values().get(i), local.type()));
            }
            return new FrameImage(frame.method(), frame.point(), frame.locals(), copies);
          }
        };
    assertThat(Difference.of(apart, subject, INPUT)).map(Difference::way).contains(Way.MOVED);
  }

  @Test
  void failsIfAnEffectIsRepeated() {
    Runner repeating =
        new Runner() {
          @Override
          @Nullable Object result(FunctionRef function, @Nullable Object result) {
            if (function.name().equals("Steps.words")) {
              Effects.log("words a,b");
            }
            return super.result(function, result);
          }
        };
    Optional<Difference> found = Difference.of(repeating, subject, INPUT);
    assertThat(found).map(Difference::way).contains(Way.MACHINE);
  }

  /** Forgets one local at every suspension. */
  private static final class Dropping extends Runner {
    private final String dropped;

    Dropping(String dropped) {
      this.dropped = dropped;
    }

    @Override
    FrameImage kept(FrameImage frame) {
      List<@Nullable Object> left = new ArrayList<>(frame.values());
      for (int i = 0; i < left.size(); i++) {
        if (frame.locals().get(i).name().equals(dropped)) {
          left.set(i, null);
        }
      }
      return new FrameImage(frame.method(), frame.point(), frame.locals(), left);
    }
  }
}
