package dev.everstep.processor.model;

import dev.everstep.processor.diagnostic.Place;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A suspension point.
 *
 * @param ordinal from 1, in the order of the source
 * @param identity how it is called; another if a baseline says so
 * @param name {@code kind:name}, what ids of it begin with
 * @param column from 1
 * @param text the call as written, in one line without comments
 * @param call what is waited for
 */
public record Site(
    int ordinal, Identity identity, String name, Place place, int column, String text, Call call) {

  /**
   * What a suspension point is called, also by later versions of the code.
   *
   * @param id its name, with {@code #n} if there are or were others of that name; what is stored
   * @param index from 1, with gaps; what the machine switches on and traces show
   */
  public record Identity(String id, int index) {}

  /** Returns the stored id. */
  public String id() {
    return identity.id();
  }

  /** Returns the number in code and traces. */
  public int index() {
    return identity.index();
  }

  /** Returns the same point with another identity. */
  public Site as(Identity other) {
    return new Site(ordinal, other, name, place, column, text, call);
  }

  /** Returns the same point with another name, which its id begins with, too. */
  public Site called(String other) {
    Identity renamed =
        new Identity(other + identity.id().substring(name.length()), identity.index());
    return new Site(ordinal, renamed, other, place, column, text, call);
  }

  /** What is waited for. */
  public sealed interface Call {
    /** Returns the word for it in descriptors. */
    String kind();
  }

  /**
   * A function, named by a method reference.
   *
   * @param name what traces show, {@code Articles.fetch}
   * @param owner the class that declares it
   * @param receiver the class it is called on
   * @param parameterTypes erased, the context included
   * @param takesContext whether its first parameter is a {@code StepContext}
   * @param arguments its parameters after the context
   * @param result of kind VOID if there is none
   */
  public record Function(
      String name,
      TypeElement owner,
      TypeElement receiver,
      String method,
      boolean isStatic,
      List<TypeMirror> parameterTypes,
      boolean takesContext,
      List<Argument> arguments,
      TypeMirror result)
      implements Call {
    /** Copies the lists. */
    public Function {
      parameterTypes = List.copyOf(parameterTypes);
      arguments = List.copyOf(arguments);
    }

    @Override
    public String kind() {
      return "step";
    }
  }

  /**
   * A lambda with a name.
   *
   * @param captures the locals it reads: its arguments
   * @param body the text of its block without braces, or of its expression
   * @param isBlock which of the two
   * @param result of kind VOID if there is none
   */
  public record Inline(
      String name, List<Variable> captures, Code body, boolean isBlock, TypeMirror result)
      implements Call {
    /** Copies the list. */
    public Inline {
      captures = List.copyOf(captures);
    }

    @Override
    public String kind() {
      return "step";
    }
  }

  /**
   * A durable method.
   *
   * @param name what people call it: {@code visit}, or {@code Payments.charge} of another class
   * @param parameters its parameters without the context, with the types they have in this call
   * @param typeArguments one for each of its type parameters
   */
  public record Helper(
      String name,
      DurableMethod method,
      List<TypeMirror> parameters,
      List<TypeMirror> typeArguments)
      implements Call {
    /** Copies the lists. */
    public Helper {
      parameters = List.copyOf(parameters);
      typeArguments = List.copyOf(typeArguments);
    }

    @Override
    public String kind() {
      return "call";
    }
  }

  /** A pause; for a duration, or until an instant. */
  public record Sleep(boolean until) implements Call {
    @Override
    public String kind() {
      return "sleep";
    }
  }

  /** A parameter of a function. */
  public record Argument(String name, TypeMirror type) {}

  /** Returns what people call what is waited for: a call, or a step of any kind. */
  public String word() {
    return call instanceof Helper ? "call" : "step";
  }

  /** Returns what people call it: the function's or step's name, or {@code sleep}. */
  public String shown() {
    if (call instanceof Function function) {
      return function.name();
    }
    if (call instanceof Helper helper) {
      return helper.name();
    }
    return call instanceof Inline inline ? inline.name() : "sleep";
  }
}
