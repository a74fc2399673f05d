package dev.everstep.processor.migrate;

import dev.everstep.processor.model.DurableMethod;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A method with {@code @Migrates}.
 *
 * @param element the method
 * @param method whose frames it migrates
 * @param from the id of the earlier point
 * @param to the id of the point at which the frame goes on
 * @param chained whether {@code to} is a place of earlier code
 * @param parameters in the order of the method
 * @param locals the names of the locals that it returns
 * @param arguments the names of the new arguments that it returns, in the order in which the step
 *     takes them; null if it returns none
 */
public record Hook(
    ExecutableElement element,
    DurableMethod method,
    String from,
    String to,
    boolean chained,
    List<Parameter> parameters,
    List<String> locals,
    @Nullable List<String> arguments) {
  /** The parameter and the component that stand for a step's arguments. */
  public static final String ARGUMENTS = "arguments";

  /** Copies the lists. */
  public Hook {
    parameters = List.copyOf(parameters);
    locals = List.copyOf(locals);
    arguments = arguments == null ? null : List.copyOf(arguments);
  }

  /**
   * A name with its type.
   *
   * @param former of a stored local, the names that it had before
   */
  public record Value(String name, TypeMirror type, List<String> former) {
    /** Copies the list. */
    public Value {
      former = List.copyOf(former);
    }

    /** Creates a value that has always had its name. */
    public Value(String name, TypeMirror type) {
      this(name, type, List.of());
    }
  }

  /**
   * A parameter.
   *
   * @param value a stored local
   * @param record if it stands for the stored arguments, their record; else null
   * @param arguments the components of the record; none of a local
   */
  public record Parameter(Value value, @Nullable TypeElement record, List<Value> arguments) {
    /** Copies the list. */
    public Parameter {
      arguments = List.copyOf(arguments);
    }
  }

  /** Returns the class that declares it. */
  public TypeElement owner() {
    return (TypeElement) element.getEnclosingElement();
  }

  /** Returns the locals that it is called with. */
  public List<Value> takes() {
    return parameters.stream().filter(one -> one.record() == null).map(Parameter::value).toList();
  }

  /** Returns the stored arguments that it is called with; null if it does not ask for them. */
  public @Nullable List<Value> takesArguments() {
    return parameters.stream()
        .filter(one -> one.record() != null)
        .map(Parameter::arguments)
        .findFirst()
        .orElse(null);
  }
}
