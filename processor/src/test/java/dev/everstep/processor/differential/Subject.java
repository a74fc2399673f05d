package dev.everstep.processor.differential;

import dev.everstep.WorkflowContext;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Point;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled program.
 *
 * @param program its source and inputs
 * @param type the workflow class
 * @param machine what the compiler made of it
 */
record Subject(Program program, Class<?> type, MachineType machine) {

  /** Returns the arguments that an input stands for; new objects each time. */
  @Nullable Object[] arguments(ValueCodec values, String input) {
    return values.readArguments(
        Payload.utf8(input), machine.parameters().stream().map(Local::type).toList());
  }

  /** Calls the workflow as the ordinary method it is. */
  @Nullable Object plain(WorkflowContext context, @Nullable Object[] arguments) throws Throwable {
    @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
    all[0] = context;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Method entry =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(machine.method()))
            .findFirst()
            .orElseThrow();
    try {
      return entry.invoke(workflow(), all);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns a machine that has not started. */
  Machine newMachine(WorkflowContext context) {
    Machine made = machine.create();
    made.bind(workflow(), context);
    return made;
  }

  /** Returns the locals that are live at a point. */
  List<Local> live(Point point) {
    return point.live().stream().map(machine.locals()::get).toList();
  }

  private Object workflow() {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
