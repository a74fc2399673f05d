package dev.everstep.processor.differential;

import dev.everstep.WorkflowContext;
import dev.everstep.codec.ValueCodec;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Stack;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A compiled program.
 *
 * @param program its source and inputs
 * @param type the workflow class
 * @param machine what the compiler made of it
 */
record Subject(Program program, Class<?> type, MachineType machine) {
  private static final int FRAMES_MAX = 1_000;

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
  Machine newMachine(MachineType of, WorkflowContext context) {
    Machine made = of.create();
    made.bind(workflow(), context);
    return made;
  }

  /** Returns a stack that has not started. */
  Stack newStack(WorkflowContext context) {
    return new Stack(machine, workflow(), context, FRAMES_MAX);
  }

  private Object workflow() {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
