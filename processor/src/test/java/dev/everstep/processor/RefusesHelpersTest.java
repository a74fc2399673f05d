package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import org.junit.jupiter.api.Test;

/** Calls of durable methods that cannot be compiled are refused at their token. */
class RefusesHelpersTest {

  /** Compiles statements of the entry, in which {@code @@} marks where the problem is. */
  private static void refused(Problem problem, String statements, String message) {
    refused(problem, statements, "", message);
  }

  private static void refused(Problem problem, String statements, String members, String message) {
    String text =
        """
        package app;
        import dev.everstep.*;
        import java.util.*;
        import java.util.function.*;
        import dev.everstep.processor.support.Work;
        public class Flow extends Base {
          public String run(WorkflowContext ctx, int n, List<String> items) {
            %s
          }
          private String visit(WorkflowContext ctx, int n) { return ctx.step(Work::text, "" + n); }
          static <T> String any(WorkflowContext ctx, List<T> of) { return ctx.step(Work::none); }
          static String once(WorkflowContext ctx, Iterator<String> of) { return of.next(); }
          %s
        }
        class Base { String inherited(WorkflowContext ctx) { return ""; } }
        class Other {
          static String unmarked(WorkflowContext ctx) { return ""; }
          String instance(WorkflowContext ctx) { return ""; }
        }
        """
            .formatted(statements, members);
    int position = text.indexOf("@@");
    InMemory.Source source = new InMemory.Source("app.Flow", text.replace("@@", ""));
    Reports reports = new Reports();

    assertThat(WorkflowCompiler.compile(InMemory.attribute(source, "app.Flow"), reports)).isEmpty();

    assertThat(reports.all())
        .extracting(Reports.Report::message)
        .containsExactly("[" + problem + "] " + message + " docs/errors/" + problem + ".md");
    assertThat(reports.all().get(0).place())
        .isEqualTo(new Place(position, (int) text.substring(0, position).lines().count()));
  }

  @Test
  void anotherContext() {
    refused(
        Problem.ES020,
        "return visit(@@null, n);",
        "durable method 'visit' is given something else than the workflow's context. Pass ctx"
            + " itself.");
  }

  @Test
  void anotherObject() {
    refused(
        Problem.ES021,
        "return @@new Flow().visit(ctx, n);",
        "durable method 'visit' is called on another object than this, and frames do not keep it."
            + " Call it on this, or make it static and call it on its class.");
  }

  @Test
  void methodsThatAreNotCompiled() {
    refused(
        Problem.ES022,
        "return inherited(@@ctx);",
        "Base.inherited takes the WorkflowContext and is not compiled: it is inherited. Declare it"
            + " in Flow, or make it static in a class with @Durable, or pass what ctx returns.");
    refused(
        Problem.ES022,
        "return Other.unmarked(@@ctx);",
        "Other.unmarked takes the WorkflowContext and is not compiled: its class is not annotated."
            + " Annotate Other with @Durable, or pass what ctx returns.");
    refused(
        Problem.ES022,
        "return new Other().instance(@@ctx);",
        "Other.instance takes the WorkflowContext and is not compiled: it is a method of another"
            + " object. Make it static, and annotate its class with @Durable, or pass what ctx"
            + " returns.");
  }

  @Test
  void aMethodReference() {
    refused(
        Problem.ES023,
        "BiFunction<WorkflowContext, Integer, String> f = @@this::visit; return \"\";",
        "durable method 'visit' can only be called, in the body of a workflow or of another durable"
            + " method. Call it in a loop instead.");
  }

  @Test
  void aCallInALambdaOrInAnInlineStep() {
    refused(
        Problem.ES040,
        "items.forEach(@@i -> visit(ctx, n)); return null;",
        "a step inside a lambda is not supported. Use a loop in the workflow's own body, or an"
            + " inline step.");
    refused(
        Problem.ES040,
        "return ctx.step(\"a\", @@() -> visit(ctx, n));",
        "a step inside another step is not supported. Call it before, and pass its result in a"
            + " local.");
  }

  @Test
  void aTypeArgumentThatCannotBeStored() {
    refused(
        Problem.ES024,
        "List<Runnable> all = new ArrayList<>(); return @@any(ctx, all);",
        "type argument java.lang.Runnable for T in the call of 'any' cannot be stored: a function"
            + " object cannot be stored. Keep the data and make it after the step.");
    refused(
        Problem.ES024,
        "return @@any(ctx, new ArrayList<>());",
        "type argument java.lang.Object for T in the call of 'any' cannot be stored: the class of"
            + " its value is not known from Object. Declare the exact type.");
  }

  @Test
  void aLocalThatIsNeededBehindACall() {
    refused(
        Problem.ES060,
        "Iterator<String> @@it = items.iterator(); visit(ctx, n); return it.next();",
        "local 'it' (java.util.Iterator<java.lang.String>) is still needed after call \"visit\""
            + " (line 8), but an iterator's position cannot be stored. Iterate with for over the"
            + " collection itself, or keep a list and an index.");
  }

  @Test
  void aParameterThatIsNeededBehindAStepOfTheHelper() {
    refused(
        Problem.ES060,
        "return once(ctx, items.iterator()) + late(ctx, items.iterator());",
        "static String late(WorkflowContext ctx, Iterator<String> @@of) { ctx.step(Work::none);"
            + " return of.next(); }",
        "local 'of' (java.util.Iterator<java.lang.String>) is still needed after step"
            + " \"Work.none\" (line 13), but an iterator's position cannot be stored. Iterate with"
            + " for over the collection itself, or keep a list and an index.");
  }
}
