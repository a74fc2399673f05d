package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.support.Compiled;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is not compiled is refused at its token, with what to do. */
class RefusesTest {

  /** Compiles statements in which {@code @} marks where the problem is to be reported. */
  private static void refused(Problem problem, String marked, String... messages) {
    refusedIn(
        "String run(WorkflowContext ctx, int n, List<String> items) throws Exception",
        problem,
        marked,
        messages);
  }

  private static void refusedIn(
      String signature, Problem problem, String marked, String... messages) {
    String text = Compiled.body(signature, marked);
    int position = text.indexOf("@@");
    AttributedWorkflow workflow =
        InMemory.attribute(new InMemory.Source("app.Flow", text.replace("@@", "")), "app.Flow");
    Reports reports = new Reports();

    assertThat(WorkflowCompiler.compile(workflow, reports)).isEmpty();

    assertThat(reports.all()).extracting(Reports.Report::problem).containsOnly(problem);
    List<String> expected =
        List.of(messages).stream()
            .map(one -> "[" + problem + "] " + one + " docs/errors/" + problem + ".md")
            .toList();
    assertThat(reports.all()).extracting(Reports.Report::message).isEqualTo(expected);
    assertThat(reports.all().get(0).place())
        .isEqualTo(new Place(position, (int) text.substring(0, position).lines().count()));
  }

  @Test
  void aStepUnderSynchronized() {
    refused(
        Problem.ES040,
        "@@synchronized (this) { ctx.step(Work::inc, n); } return null;",
        "a step inside a synchronized block is not supported. The monitor would not be held when"
            + " the run resumes. Move the step out of it.");
  }

  @Test
  void aStepInACaseGuardOfWhatCannotBeStored() {
    Assumptions.assumeTrue(Runtime.version().feature() >= 21, "guards are newer than 17");
    refused(
        Problem.ES064,
        "Object o = n; switch (@@o) { case Integer i when ctx.step(Work::inc, i) > 1 -> {}"
            + " default -> {} } return null;",
        "the value of this expression (java.lang.Object) is still needed after step \"Work.inc\""
            + " (line 12), but the class of its value is not known from Object. Assign the step's"
            + " result to a local in a statement before.");
  }

  @Test
  void aResourceThatIsOpenAtAStep() {
    refused(
        Problem.ES060,
        "try (var @@in = new java.io.StringReader(\"x\")) { ctx.step(Work::none); } return null;",
        "local 'in' (java.io.StringReader) is still needed after step \"Work.none\" (line 12), but"
            + " an open resource ends with its process. Open and close it inside one function.");
  }

  @Test
  void aStepInALambdaOrClass() {
    refused(
        Problem.ES040,
        "items.forEach(@@i -> ctx.step(Work::note, i)); return null;",
        "a step inside a lambda is not supported. Use a loop in the workflow's own body, or an"
            + " inline step.");
    refused(
        Problem.ES040,
        "Runnable r = @@new Runnable() { public void run() { ctx.sleep(null); } }; return null;",
        "a step inside an anonymous class is not supported. Assign the step's result to a local"
            + " first.");
  }

  @Test
  void aStepInAStep() {
    refused(
        Problem.ES040,
        "return ctx.step(\"a\", @@() -> ctx.step(Work::none));",
        "a step inside another step is not supported. Call it before, and pass its result in a"
            + " local.");
  }

  @Test
  void aStepInAMethodReference() {
    refused(
        Problem.ES040,
        "Supplier<Integer> s = @@ctx.step(Work::inc, n)::intValue; return null;",
        "a step inside a method reference is not supported. Assign the step's result to a local"
            + " first.");
  }

  @Test
  void aLocalClass() {
    refused(
        Problem.ES041,
        "@@class Pair { int a; } ctx.step(Work::none); return null;",
        "class Pair is declared between steps, where the compiled workflow cannot keep it. Make it"
            + " a record, an enum or an interface, which may stand here, or a member of the workflow"
            + " class.");
  }

  @Test
  void aLocalRecordThatOnlyAStepKnows() {
    refused(
        Problem.ES062,
        "var made = @@ctx.step(\"make\", () -> { record In(int n) {} return new In(1); }); return"
            + " null;",
        "the result (In) of step \"make\" cannot be stored: its class belongs to one method. Make it"
            + " a record or class of its own.");
  }

  @Test
  void aContextThatEscapes() {
    String message =
        "ctx can only be used to call its methods and durable methods, in the workflow's own body:"
            + " it is not stored, passed to other code, or used in another class. Do the work here,"
            + " or pass what it returns.";
    refused(Problem.ES042, "Work.seen(@@ctx); return null;", message);
    refused(Problem.ES042, "var c = @@ctx; return null;", message);
    refused(Problem.ES042, "Supplier<?> s = @@ctx::now; return null;", message);
    refused(Problem.ES042, "new Object() { Object o = @@ctx.now(); }; return null;", message);
  }

  @Test
  void aFunctionThatIsNotNamed() {
    String message =
        "a step names its function as Type::method. For other code use an inline step:"
            + " ctx.step(\"name\", () -> ...).";
    refused(Problem.ES043, "return ctx.step(@@new Work()::member, \"a\");", message);
    refused(Problem.ES043, "return ctx.step(@@(String s) -> s, \"a\");", message);
  }

  @Test
  void anInlineStepThatIsNoLambdaOrUsesTheContext() {
    refused(
        Problem.ES044,
        "return ctx.step(\"a\", @@Work::none);",
        "an inline step's body is written in place, as () -> expression or () -> { ... }.");
    refused(
        Problem.ES045,
        "return ctx.step(\"a\", () -> @@ctx.now()).toString();",
        "ctx.now is called inside a step, which runs apart from the workflow. Call it before and"
            + " let the step capture its result.");
    refused(
        Problem.ES052,
        "return ctx.step(@@\"a\" + n, () -> \"\");",
        "the name of an inline step is stored with runs, so it must be a constant string.");
  }

  @Test
  void superMembers() {
    refused(
        Problem.ES046,
        "ctx.step(Work::none); return @@super.toString();",
        "super is not available in a compiled workflow. Call the method by its own name.");
  }

  @Test
  void aTypeWithoutName() {
    refused(
        Problem.ES047,
        "var @@o = new Object() { int i; }; ctx.step(Work::none); return o.toString() + o.i;",
        "the type of 'o' has no name (<anonymous java.lang.Object>), and it is used on both sides"
            + " of a step or jump. Declare it with an explicit type.");
  }

  @Test
  void aCaptureInTheStatementOfTheAssignment() {
    refused(
        Problem.ES048,
        "String @@s; if (n > 1) { s = \"a\"; Work.seen((Supplier<String>) () -> s); } else { s ="
            + " \"b\"; } ctx.step(Work::none); return s;",
        "'s' gets its value in the same statement in which a lambda captures it. Split the"
            + " statement in two.");
  }

  @Test
  void aGenericEntry() {
    refusedIn(
        "<@@T> String run(WorkflowContext ctx, int n)",
        Problem.ES049,
        "return ctx.step(Work::none);",
        "workflow method 'run' is generic; a stored run has no type arguments. Use its types.");
  }

  @Test
  void genericFunctions() {
    refused(
        Problem.ES051,
        "ctx.step(@@Work.Box<String>::size, 1); return null;",
        "function Box.size is generic or belongs to a generic class, so the types of its values"
            + " are not known. Write a function for the type at hand.");
  }

  @Test
  void locals() {
    refused(
        Problem.ES060,
        "Iterator<String> @@it = items.iterator(); ctx.step(Work::none); return it.next();",
        "local 'it' (java.util.Iterator<java.lang.String>) is still needed after step"
            + " \"Work.none\" (line 12), but an iterator's position cannot be stored. Iterate"
            + " with for over the collection itself, or keep a list and an index.");
    refused(
        Problem.ES060,
        "Function<String, String> @@f = String::trim; ctx.sleep(Duration.ZERO); return"
            + " f.apply(\"a\");",
        "local 'f' (java.util.function.Function<java.lang.String,java.lang.String>) is still"
            + " needed after step \"sleep\" (line 12), but a function object cannot be stored."
            + " Keep the data and make it after the step.");
    refused(
        Problem.ES060,
        "Map<String, Object> @@m = new HashMap<>(); ctx.step(Work::none); return m.toString();",
        "local 'm' (java.util.Map<java.lang.String,java.lang.Object>) is still needed after step"
            + " \"Work.none\" (line 12), but the class of its value is not known from Object."
            + " Declare the exact type.");
  }

  @Test
  void operands() {
    refused(
        Problem.ES064,
        "return @@items.stream().skip(ctx.step(Work::inc, 1)).toList().get(0);",
        "the value of this expression (java.util.stream.Stream<java.lang.String>) is still needed"
            + " after step \"Work.inc\" (line 12), but a stream is consumed once and cannot be"
            + " stored. Assign the step's result to a local in a statement before.");
  }

  @Test
  void argumentsAndResults() {
    refused(
        Problem.ES061,
        "Runnable r = () -> {}; @@ctx.step(\"go\", () -> r.run()); return null;",
        "argument 'r' (java.lang.Runnable) of step \"go\" cannot be stored: a function object"
            + " cannot be stored. Keep the data and make it after the step.");
    refused(
        Problem.ES062,
        "@@ctx.step(\"open\", () -> new java.io.StringReader(\"a\")); return null;",
        "the result (java.io.StringReader) of step \"open\" cannot be stored: an open resource"
            + " ends with its process. Open and close it inside one function.");
  }

  @Test
  void parametersOfTheWorkflow() {
    refusedIn(
        "int run(WorkflowContext ctx, Thread @@t)",
        Problem.ES063,
        "return 1;",
        "parameter 't' (java.lang.Thread) of the workflow cannot be stored: a thread ends with"
            + " its process. Do the work in a function.");
  }

  @Test
  void aConstructorOfAnInnerClass() {
    refused(
        Problem.ES050,
        "Supplier<Part> s = @@Part::new; ctx.step(Work::none); return null; } class Part {} String"
            + " more() { return null;",
        "'Part' is an inner class. Make it static, or write the outer object before new.");
  }

  @Test
  void aLocalOfAPartlyUnnamedType() {
    refused(
        Problem.ES047,
        "var @@all = List.of(1, \"a\"); ctx.step(Work::none); return \"\" + all;",
        "the type of 'all' has no name"
            + " (java.util.List<java.lang.Object&java.io.Serializable&java.lang.Comparable<? extends"
            + " java.lang.Object&java.io.Serializable&java.lang.Comparable<?>&java.lang.constant.Constable&java.lang.constant.ConstantDesc>&java.lang.constant.Constable&java.lang.constant.ConstantDesc>),"
            + " and it is used on both sides of a step or jump. Declare it with an explicit type.");
  }

  @Test
  void aValueOfAnUnnamedTypeThatMustBeStored() {
    refused(
        Problem.ES060,
        "var @@one = n > 1 ? n : \"a\"; ctx.step(Work::none); return \"\" + one;",
        "local 'one'"
            + " (java.lang.Object&java.io.Serializable&java.lang.Comparable<? extends"
            + " java.lang.Object&java.io.Serializable&java.lang.Comparable<?>&java.lang.constant.Constable&java.lang.constant.ConstantDesc>&java.lang.constant.Constable&java.lang.constant.ConstantDesc)"
            + " is still needed after step \"Work.none\" (line 12), but the class of its value is not"
            + " known from an intersection of types. Declare the exact type.");
  }

  @Test
  void whatTheCompilerFailsAtNamingTheStatement() {
    String text =
        Compiled.body(
            "int run(WorkflowContext ctx, int n)", "int m = n;\nreturn ctx.step(Work::inc, m);");
    AttributedWorkflow whole =
        InMemory.attribute(new InMemory.Source("app.Flow", text), "app.Flow");
    AttributedWorkflow broken =
        new AttributedWorkflow(
            whole.unit(),
            whole.source(),
            whole.tree(),
            whole.element(),
            whole.name(),
            whole.trees(),
            whole.elements(),
            failing(whole.types(), "asMemberOf"));
    Reports reports = new Reports();

    assertThat(WorkflowCompiler.compile(broken, reports)).isEmpty();

    assertThat(reports.all()).hasSize(1);
    Reports.Report report = reports.all().get(0);
    assertThat(report.problem()).isEqualTo(Problem.ES099);
    assertThat(report.place()).isEqualTo(new Place(text.indexOf("return ctx"), 13));
    assertThat(report.message())
        .startsWith(
            "[ES099] the compiler failed at a statement of kind return in line 13"
                + " (IllegalStateException: broken, at ")
        .endsWith(
            "This is a bug in Everstep, not in your code: please report it with this message and the"
                + " statement. Until it is mended, move the statement to a method or write it"
                + " another way. docs/errors/ES099.md")
        .doesNotContain("\n");
  }

  private static Types failing(Types types, String method) {
    return (Types)
        Proxy.newProxyInstance(
            Types.class.getClassLoader(),
            new Class<?>[] {Types.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                throw new IllegalStateException("broken");
              }
              try {
                return called.invoke(types, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
