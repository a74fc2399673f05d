package dev.everstep.processor.diagnostic;

/**
 * Every error of the compiler, ES001 to ES099; one page each under {@code docs/errors}. A code is
 * never reused. ES001 to ES039: the shape of workflow classes and functions; ES040 to ES079: what a
 * body holds; ES080 to ES089: what it uses; ES090 and up: the compiler's surroundings.
 */
public enum Problem {
  /** A workflow class without an entry. */
  ES001(
      "workflow %s has no entry. Give it one public method whose first parameter is"
          + " WorkflowContext."),
  /** An entry that is not public, or static. */
  ES002("the entry '%s' of a workflow is a public instance method. Make it public and not static."),
  /** A workflow class with two entries. */
  ES003(
      "workflow %s has two entries: '%s', and '%s' at line %d. Leave one public; a durable"
          + " method beside it is not, or is static."),
  /** A workflow class that cannot be instantiated. */
  ES004(
      "workflow %s is %s. A workflow is a concrete class, static if it is nested, without type"
          + " parameters and not private."),
  /** A field that would be lost. */
  ES005(
      "field '%s' of a workflow can change, and fields are not kept across a crash. Make it final,"
          + " or use a local of the entry."),
  /** A stored name that is none. */
  ES006(
      "\"%s\" is no name of a workflow. Use 1 to 100 letters, digits and . _ -, beginning with a"
          + " letter or digit."),
  /** Two workflows with one stored name. */
  ES007(
      "two workflows of this build have the stored name %s: %s and %s. Give one of them another"
          + " with @Workflow(name = ...)."),
  /** A method with a context that cannot be compiled. */
  ES008("method '%s' takes the WorkflowContext and cannot be compiled: it %s. %s"),
  /** A step's function without an annotation. */
  ES010(
      "%s is called by a step and is no function. Annotate the method or its class with"
          + " @Function."),
  /** A function out of reach. */
  ES011("function %s cannot be called by the compiled workflow: %s. Make it public."),
  /** An overloaded function. */
  ES012(
      "function %s is overloaded (%d methods of that name), so a method reference does not say"
          + " which is meant. Give it a name of its own."),
  /** A function with a variable number of arguments. */
  ES013("function %s has a variable number of arguments. Let it take a list or an array."),
  /** Settings that make no sense. */
  ES014("%s in @Function makes no sense. %s"),
  /** An inline step's name that is empty or too long. */
  ES015("the name of an inline step has 1 to 100 characters; this one has %d."),
  /** A durable method that is given another context. */
  ES020(
      "durable method '%s' is given something else than the workflow's context. Pass ctx itself."),
  /** A durable method of another object. */
  ES021(
      "durable method '%s' is called on another object than this, and frames do not keep it. Call"
          + " it on this, or make it static and call it on its class."),
  /** The context handed to a method that is not compiled. */
  ES022("%s takes the WorkflowContext and is not compiled: %s, or pass what ctx returns."),
  /** A durable method named without being called. */
  ES023(
      "durable method '%s' can only be called, in the body of a workflow or of another durable"
          + " method. Call it in a loop instead."),
  /** A type argument that cannot be stored. */
  ES024("type argument %s for %s in the call of '%s' cannot be stored: %s. %s"),
  /** A class with nothing to compile. */
  ES025(
      "class %s is annotated with @Durable and has no static method with a WorkflowContext. Give it"
          + " one, or remove the annotation."),
  /** A class whose machines could not reach it. */
  ES026("class %s is private, so its durable methods cannot be compiled. Make it package-private."),
  /** A durable method that was not compiled. */
  ES027(
      "durable method '%s' was not compiled: %s comes from a library that was built without"
          + " everstep-processor. Build the library with it as annotation processor."),
  /** Two methods that frames would not tell apart. */
  ES028(
      "durable methods '%s' at line %d and here have the same stored name %s, since types count by"
          + " their simple names. Give one of them another name."),
  /** A method of a subclass that a run would not call. */
  ES029(
      "method '%s' overrides a durable method of workflow %s, whose runs would not call it: they"
          + " execute what the workflow's own class declares. Give it another name, or let the"
          + " workflow call a method without a WorkflowContext, which may be overridden."),
  /** Migration code of a shape that the engine cannot call. */
  ES030("migration '%s' cannot be called: %s. %s"),
  /** Migration code between places that are not there. */
  ES031("migration '%s' has no place to %s: %s. %s"),
  /** Migration code that does not fit the frames. */
  ES032("migration '%s' does not fit what is stored: %s. %s"),
  /** Two migrations for one place. */
  ES033(
      "migrations '%s' and '%s' are both for frames of %s at %s. Leave one, which may ask what it"
          + " was given."),
  /** A construct around a step that is not compiled yet. */
  ES040("a step inside %s is not supported. %s"),
  /** A local class of the body. */
  ES041(
      "class %s is declared between steps, where the compiled workflow cannot keep it. Make it a"
          + " record, an enum or an interface, which may stand here, or a member of the workflow"
          + " class."),
  /** The context used for anything but a call of its methods. */
  ES042(
      "%s can only be used to call its methods and durable methods, in the workflow's own body: it is"
          + " not stored, passed to other code, or used in another class. Do the work here, or pass"
          + " what it returns."),
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
  ES060("local '%s' (%s) is still needed after %s \"%s\" (line %d), but %s. %s"),
  /** A step's argument that cannot be stored. */
  ES061("argument '%s' (%s) of step \"%s\" cannot be stored: %s. %s"),
  /** A step's result that cannot be stored. */
  ES062("the result (%s) of step \"%s\" cannot be stored: %s. %s"),
  /** A workflow's parameter or result that cannot be stored. */
  ES063("%s (%s) of the workflow cannot be stored: %s. %s"),
  /** A part of an expression that cannot be stored. */
  ES064(
      "the value of this expression (%s) is still needed after %s \"%s\" (line %d), but %s."
          + " Assign the step's result to a local in a statement before."),
  /** A private member that the body uses. */
  ES080(
      "%s is private in %s; the compiled workflow is a class of its own in the same package and"
          + " cannot reach it. Make it package-private."),
  /** A member that only subclasses see. */
  ES081(
      "'%s' is protected in %s, a class of another package; the compiled workflow is no subclass of"
          + " it. Call it in a method of the workflow class, and call that."),
  /** A map changed through an entry that a restore detaches from it. */
  ES082(
      "Map.Entry.setValue is called where a step may come between the entry and the call, and an"
          + " entry does not stay attached to its map when the run is resumed. Write to the map:"
          + " map.put(entry.getKey(), value)."),
  /** A compiler other than javac. */
  ES090(
      "workflows are compiled by a javac plug-in, and this compiler is %s. Build with javac of a"
          + " JDK, 17 or newer."),
  /** Output that cannot be written. */
  ES091("the machine of %s cannot be written: %s. Look at the compiler's output directory."),
  /** A workflow that the host compiles and its private copy does not. */
  ES092(
      "workflow %s was not compiled, since its file cannot be read apart from the rest (%s)."
          + " Options such as --add-exports do not reach workflow files, nor does what another"
          + " processor adds to them: move what needs it to another class."),
  /** A body that another processor changed. */
  ES093(
      "another annotation processor, such as Lombok, changed the body of '%s', and the compiled"
          + " workflow is made from what is written. Write out what its annotations stand for."),
  /** A baseline that cannot be used. */
  ES094("the baseline %s of %s %s cannot be used: %s. %s"),
  /** A class of which the compiler sees a stub. */
  ES095(
      "class %s is written in %s, and the compiler sees a stub of it, with empty bodies. Write"
          + " workflows and durable methods in Java; the functions and types that they use may be in"
          + " any language."),
  /** A method that would not fit a class file. */
  ES098(
      "workflow method '%s' has %d %s, and one class file has no room for them. Split the workflow,"
          + " or keep what belongs together in a list or record."),
  /** A failure of the compiler. */
  ES099(
      "the compiler failed at %s in line %d (%s). This is a bug in Everstep, not in your code:"
          + " please report it with this message and the statement. Until it is mended, move the"
          + " statement to a method or write it another way.");

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
