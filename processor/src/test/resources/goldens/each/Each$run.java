package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import dev.everstep.machine.Types;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Each#run}, compiled from Each.java.
 */
@Generated("dev.everstep.processor.WorkflowProcessor")
@SuppressWarnings({
    "auxiliaryclass",
    "cast",
    "deprecation",
    "divzero",
    "empty",
    "fallthrough",
    "finally",
    "lossy-conversions",
    "missing-explicit-ctor",
    "rawtypes",
    "removal",
    "serial",
    "static",
    "synchronization",
    "try",
    "unchecked",
    "varargs"
})
public final class Each$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Each", "run", Each.class, "Each.java")
      .parameter("words", Types.of(List.class, String.class))
      .returns(Types.of(Map.class, String.class, Integer.class))
      .local("lengths", Types.of(Map.class, String.class, Integer.class))
      .local("word_at", int.class)
      .local("word", String.class)
      .local("total", int.class)
      .local("entry_in", Types.of(List.class, Types.of(Map.Entry.class, String.class, Integer.class)))
      .local("entry_at", int.class)
      .step(1, "step:Words.length", 12,
          MachineType.call("Words.length", Words.class, "length", String.class)
              .argument("word", String.class)
              .returns(int.class), 0, 1, 2, 3)
      .step(2, "step:Words.length#2", 16,
          MachineType.call("Words.length", Words.class, "length", String.class)
              .argument("word", String.class)
              .returns(int.class), 1, 4, 5, 6)
      .build(Each$run::new);

  private final Locals f = new Locals();

  private Each self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Each) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 10
          f.lengths = new TreeMap<>();
          f.word_at = 0;
          pc = 3;
          continue next;
        }
        case 3: { // line 11
          if (f.word_at < f.words.size()) {
            pc = 4;
          } else {
            pc = 5;
          }
          continue next;
        }
        case 4: { // line 11
          f.word = f.words.get(f.word_at);
          return step(1, f.word);
        }
        case 1: { // line 12, after step:Words.length
          f.lengths.put(f.word, this.<Integer>take());
          f.word_at++;
          pc = 3;
          continue next;
        }
        case 5: { // line 14
          f.total = 0;
          f.entry_in = elements(f.lengths.entrySet());
          f.entry_at = 0;
          pc = 6;
          continue next;
        }
        case 6: { // line 15
          if (f.entry_at < f.entry_in.size()) {
            pc = 7;
          } else {
            pc = 8;
          }
          continue next;
        }
        case 7: { // line 15
          Map.Entry<String, Integer> entry = f.entry_in.get(f.entry_at);
          return step(2, entry.getKey() + entry.getValue());
        }
        case 2: { // line 16, after step:Words.length#2
          f.total = f.total + this.<Integer>take();
          f.entry_at++;
          pc = 6;
          continue next;
        }
        case 8: { // line 18
          int all = f.total;
          f.lengths.replaceAll((word, length) -> length + all);
          return end(f.lengths);
        }
        default:
          throw new IllegalStateException("no block " + pc);
      }
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return Words.length(in.<String>argument(0));
      case 2:
        return Words.length(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.words;
      case 1:
        return this.f.lengths;
      case 2:
        return this.f.word_at;
      case 3:
        return this.f.word;
      case 4:
        return this.f.total;
      case 5:
        return this.f.entry_in;
      case 6:
        return this.f.entry_at;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.words = (List<String>) value;
        break;
      case 1:
        this.f.lengths = (Map<String, Integer>) value;
        break;
      case 2:
        this.f.word_at = value == null ? 0 : (Integer) value;
        break;
      case 3:
        this.f.word = (String) value;
        break;
      case 4:
        this.f.total = value == null ? 0 : (Integer) value;
        break;
      case 5:
        this.f.entry_in = (List<Map.Entry<String, Integer>>) value;
        break;
      case 6:
        this.f.entry_at = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    List<String> words;

    Map<String, Integer> lengths;

    int word_at;

    String word;

    int total;

    List<Map.Entry<String, Integer>> entry_in;

    int entry_at;
  }
}
