package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Labeled#run}, compiled from Labeled.java.
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
public final class Labeled$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Labeled", "run", Labeled.class, "Labeled.java")
      .parameter("grid", int[][].class)
      .parameter("wanted", int.class)
      .returns(String.class)
      .local("found", String.class)
      .local("row", int.class)
      .local("column", int.class)
      .step(1, "step:Fields.dig", 14,
          MachineType.call("Fields.dig", Fields.class, "dig", int.class)
              .argument("field", int.class)
              .returns(int.class), 0, 1, 2, 3, 4)
      .step(2, "step:Fields.rest", 19,
          MachineType.call("Fields.rest", Fields.class, "rest"), 0, 1, 2, 3)
      .build(Labeled$run::new);

  private final Locals f = new Locals();

  private Labeled self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Labeled) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    next:
    while (true) {
      switch (pc) {
        case 0: { // line 7
          f.found = "none";
          f.row = 0;
          pc = 3;
          continue next;
        }
        case 3: { // line 9
          if (f.row < f.grid.length) {
            pc = 4;
          } else {
            pc = 11;
          }
          continue next;
        }
        case 4: { // line 10
          f.column = 0;
          pc = 5;
          continue next;
        }
        case 5: { // line 10
          if (f.column < f.grid[f.row].length) {
            pc = 6;
          } else {
            pc = 9;
          }
          continue next;
        }
        case 6: { // line 11
          if (f.grid[f.row][f.column] < 0) {
            pc = 10;
          continue next;
          }
          return step(1, f.grid[f.row][f.column]);
        }
        case 1: { // line 14, after step:Fields.dig
          if (this.<Integer>take() == f.wanted) {
            pc = 7;
          } else {
            pc = 8;
          }
          continue next;
        }
        case 7: { // line 15
          f.found = f.row + ":" + f.column;
          pc = 11;
          continue next;
        }
        case 8: { // line 10
          f.column++;
          pc = 5;
          continue next;
        }
        case 9: { // line 19
          return step(2);
        }
        case 2: { // line 19, after step:Fields.rest
          take();
          pc = 10;
          continue next;
        }
        case 10: { // line 9
          f.row++;
          pc = 3;
          continue next;
        }
        case 11: { // line 21
          return end(f.found);
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
        return Fields.dig(in.<Integer>argument(0));
      case 2:
        Fields.rest();
        return null;
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.grid;
      case 1:
        return this.f.wanted;
      case 2:
        return this.f.found;
      case 3:
        return this.f.row;
      case 4:
        return this.f.column;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.grid = (int[][]) value;
        break;
      case 1:
        this.f.wanted = value == null ? 0 : (Integer) value;
        break;
      case 2:
        this.f.found = (String) value;
        break;
      case 3:
        this.f.row = value == null ? 0 : (Integer) value;
        break;
      case 4:
        this.f.column = value == null ? 0 : (Integer) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    int[][] grid;

    int wanted;

    String found;

    int row;

    int column;
  }
}
