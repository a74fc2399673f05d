package dev.everstep.processor.diagnostic;

/**
 * Every error of the compiler, ES001 to ES099; one page each under {@code docs/errors}. A code is
 * never reused. ES001 to ES039: the shape of workflow classes and functions; ES040 to ES079: what a
 * body holds; ES080 to ES089: what it uses; ES090 and up: the compiler's surroundings.
 */
public enum Problem {
  /** A construct around a step that is not compiled yet. */
  ES040("a step inside %s is not supported. %s"),
  /** A local class, record or enum of the body. */
  ES041(
      "%s is declared between steps, where the compiled workflow cannot keep it. Make it a member"
          + " of the workflow class."),
  /** The context used for anything but a call of its methods. */
  ES042(
      "%s can only be used to call its methods, in the workflow's own body: it is not passed on,"
          + " stored, or used in another class. Do the work here, or pass what it returns."),
  /** Something else than a named function. */
  ES043(
      "a step names its function as Type::method. For other code use an inline step:"
          + " ctx.step(\"name\", () -> ...)."),
  /** An inline step without a lambda. */
  ES044("an inline step's body is written in place, as () -> expression or () -> { ... }."),
  /** A step that uses the workflow's context. */
  ES045(
      "ctx.%s is called inside a step, which runs apart from the workflow. Call it before and let"
          + " the step capture its result."),
  /** A member of the superclass. */
  ES046("super is not available in a compiled workflow. Call the method by its own name."),
  /** A type that cannot be written down. */
  ES047(
      "the type of '%s' has no name (%s), and it is used on both sides of a step or jump. Declare"
          + " it with an explicit type."),
  /** A captured local that gets its value in the statement that captures it. */
  ES048(
      "'%s' gets its value in the same statement in which a lambda captures it. Split the"
          + " statement in two."),
  /** A generic entry method. */
  ES049("workflow method '%s' is generic; a stored run has no type arguments. Use its types."),
  /** Creation of an inner class's object without a visible outer one. */
  ES050("'%s' is an inner class. Make it static, or write the outer object before new."),
  /** A generic function. */
  ES051(
      "function %s is generic or belongs to a generic class, so the types of its values are not"
          + " known. Write a function for the type at hand."),
  /** A step's name that is computed. */
  ES052("the name of an inline step is stored with runs, so it must be a constant string."),
  /** A local that cannot be stored. */
  ES060("local '%s' (%s) is still needed after step \"%s\" (line %d), but %s. %s"),
  /** A step's argument that cannot be stored. */
  ES061("argument '%s' (%s) of step \"%s\" cannot be stored: %s. %s"),
  /** A step's result that cannot be stored. */
  ES062("the result (%s) of step \"%s\" cannot be stored: %s. %s"),
  /** A workflow's parameter or result that cannot be stored. */
  ES063("%s (%s) of the workflow cannot be stored: %s. %s"),
  /** A part of an expression that cannot be stored. */
  ES064(
      "the value of this expression (%s) is still needed after step \"%s\" (line %d), but %s."
          + " Assign the step's result to a local in a statement before."),
  /** A compiler other than javac. */
  ES090(
      "workflows are compiled by a javac plug-in, and this compiler is %s. Build with javac of a"
          + " JDK, 17 or newer."),
  /** Output that cannot be written. */
  ES091("the machine of %s cannot be written: %s. Look at the compiler's output directory.");

  private final String text;

  Problem(String text) {
    this.text = text;
  }

  /** Returns the text, in {@link String#format}'s notation: what is wrong, why, what to do. */
  public String text() {
    return text;
  }

  /** Returns the whole message, code first and the page last. */
  public String message(Object... arguments) {
    return "[" + name() + "] " + String.format(text, arguments) + " docs/errors/" + name() + ".md";
  }
}
