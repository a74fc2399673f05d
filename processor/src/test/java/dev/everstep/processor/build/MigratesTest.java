package dev.everstep.processor.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of migration code that does not fit the baseline or the code. */
class MigratesTest {
  private static final String BEFORE =
      "String url = s + 1; int n = 2; ctx.step(\"a\", () -> s.length()); return url + n;";
  private static final String AFTER =
      "String uri = s + 1; int n = 2; ctx.step(\"b\", () -> s.length()); return uri + n;";

  @TempDir Path directory;

  private static String flow(String statements, String members) {
    return """
        package app;
        import dev.everstep.WorkflowContext;
        import dev.everstep.annotations.Migrates;
        import dev.everstep.annotations.Workflow;
        @Workflow
        public class Flow {
          public Flow() {}
          public String run(WorkflowContext ctx, String s) {
            %s
          }
          %s
        }
        """
        .formatted(statements, members)
        .replaceAll("(?s)(.*)import dev.everstep.annotations.Migrates;\n(?!.*@Migrates)", "$1");
  }

  /** Compiles a version behind the first one; returns what is said. */
  private List<String> after(String statements, String members) throws IOException {
    Build before = new Build(directory.resolve("before")).source("app/Flow.java", flow(BEFORE, ""));
    assertThat(before.run()).isEmpty();
    return accepting(before, "after", flow(statements, members)).run();
  }

  private static final String MOVED = "record Moved(String uri, int n) {}\n  ";

  @Test
  void takesOneThatFitsAndDescribesIt() throws IOException {
    assertThat(
            after(
                AFTER,
                MOVED
                    + "@Migrates(from = \"step:a\", to = \"step:b\") static Moved moved(int n,"
                    + " String url) { return new Moved(url, n); }"))
        .isEmpty();

    assertThat(directory.resolve("after/classes/META-INF/everstep/Flow.json"))
        .content()
        .contains(
            "\"migrations\": [",
            "\"from\": \"step:a\",",
            "\"to\": \"step:b\",",
            "\"by\": \"moved\",");
  }

  @Test
  void refusesWhatTheEngineCannotCall() throws IOException {
    assertThat(
            after(
                AFTER,
                MOVED
                    + "@Migrates(from = \"step:a\", to = \"step:b\") Moved moved(String url) {"
                    + " return new Moved(url, 1); }"))
        .containsExactly(
            "Flow.java:12: [ES030] migration 'moved' cannot be called: it is not static. Write it as"
                + " static Moved moved(...) with record Moved(...), whose components are the locals"
                + " at the new place. docs/errors/ES030.md");
  }

  @Test
  void refusesAPlaceThatTheBaselineDoesNotHave() throws IOException {
    assertThat(
            after(
                AFTER,
                MOVED
                    + "@Migrates(from = \"step:z\", to = \"step:b\") static Moved moved(String url)"
                    + " { return new Moved(url, 1); }"))
        .containsExactly(
            "Flow.java:12: [ES031] migration 'moved' has no place to begin: the baseline has no"
                + " point step:z in run. Its points are [step:a]. docs/errors/ES031.md");
  }

  @Test
  void refusesAPlaceThatTheCodeDoesNotHave() throws IOException {
    assertThat(
            after(
                AFTER,
                MOVED
                    + "@Migrates(from = \"step:a\") static Moved moved(String url) { return new"
                    + " Moved(url, 1); }"))
        .containsExactly(
            "Flow.java:12: [ES031] migration 'moved' has no place to lead: run has no point step:a."
                + " Its points are [step:b]. docs/errors/ES031.md");
  }

  @Test
  void refusesALocalThatIsNotStoredOrOfAnotherType() throws IOException {
    assertThat(
            after(
                AFTER,
                MOVED
                    + "@Migrates(from = \"step:a\", to = \"step:b\") static Moved moved(String uri,"
                    + " String n) { return new Moved(uri, 1); }"))
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: no local 'uri' is"
                + " stored at step:a. Stored are (String url, int n). docs/errors/ES032.md",
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: local 'n' is"
                + " stored as int. Declare the parameter so. docs/errors/ES032.md");
  }

  @Test
  void refusesAResultThatLacksALocal() throws IOException {
    assertThat(
            after(
                AFTER,
                "record Moved(String uri) {}\n  @Migrates(from = \"step:a\", to = \"step:b\")"
                    + " static Moved moved(String url) { return new Moved(url); }"))
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: it does not return"
                + " 'n'. Return (String uri, int n). docs/errors/ES032.md");
  }

  @Test
  void refusesToKeepArgumentsThatTheStepDoesNotTake() throws IOException {
    assertThat(
            after(
                AFTER.replace("s.length()", "s.length() + n"),
                MOVED
                    + "@Migrates(from = \"step:a\", to = \"step:b\") static Moved moved(String url)"
                    + " { return new Moved(url, 1); }"))
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: the step in flight"
                + " was given (String s), and step:b takes (String s, int n). Return them in a"
                + " component 'arguments' whose type is a record of them. docs/errors/ES032.md");
  }

  @Test
  void refusesAPlaceWhoseFramesLookAlike() throws IOException {
    assertThat(
            after(
                BEFORE.replace("+ 1", "+ 2"),
                "record Moved(String url, int n) {}\n  @Migrates(from = \"step:a\") static Moved"
                    + " moved(String url) { return new Moved(url, 1); }"))
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: frames of earlier"
                + " code at step:a look like those of this code, names that locals had before included."
                + " Give a local another type, so that they can be told apart."
                + " docs/errors/ES032.md");
  }

  @Test
  void takesOneAgainWhenItsOwnResultIsTheBaseline() throws IOException {
    String migrated =
        flow(
            BEFORE.replace("int n = 2;", "long n = 2;"),
            "record Moved(String url, long n) {}\n  @Migrates(from = \"step:a\") static Moved"
                + " moved(String url, int n) { return new Moved(url, n); }");
    Build before = new Build(directory.resolve("before")).source("app/Flow.java", flow(BEFORE, ""));
    assertThat(before.run()).isEmpty();
    Build accepted = accepting(before, "accepted", migrated);
    assertThat(accepted.run()).isEmpty();

    Build again = accepting(accepted, "again", migrated);

    assertThat(again.run()).isEmpty();
    Path graph = Path.of("META-INF/everstep/Flow.json");
    assertThat(again.classes().resolve(graph))
        .hasSameTextualContentAs(accepted.classes().resolve(graph));
  }

  @Test
  void refusesOneForFramesBeforeTheBaselineThatCannotTakeThoseOfIt() throws IOException {
    String hook =
        "record Moved(String url, %1$s n) {}\n  @Migrates(from = \"step:a\") static Moved"
            + " moved(String url, int n) { return new Moved(url, %2$s); }";
    Build before = new Build(directory.resolve("before")).source("app/Flow.java", flow(BEFORE, ""));
    assertThat(before.run()).isEmpty();
    Build accepted =
        accepting(
            before,
            "accepted",
            flow(BEFORE.replace("int n = 2;", "long n = 2;"), hook.formatted("long", "n")));
    assertThat(accepted.run()).isEmpty();

    assertThat(
            accepting(
                    accepted,
                    "later",
                    flow(
                        BEFORE.replace("int n = 2;", "String n = \"2\";"),
                        hook.formatted("String", "n + \"\"")))
                .run())
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: local 'n' is"
                + " stored as long. Declare the parameter so. docs/errors/ES032.md");
  }

  @Test
  void refusesOneForALocalThatIsTakenForRenamed() throws IOException {
    assertThat(
            after(
                BEFORE.replace("n = 2", "m = 2000").replace(" + n", " + m"),
                "record Moved(String url, int m) {}\n  "
                    + "@Migrates(from = \"step:a\") static Moved moved(String url, int n) {"
                    + " return new Moved(url, n * 1000); }"))
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: frames of earlier"
                + " code at step:a look like those of this code, names that locals had before"
                + " included. Give a local another type, so that they can be told apart."
                + " docs/errors/ES032.md");
  }

  @Test
  void refusesAPrimitiveThatWouldHaveToBeConverted() throws IOException {
    assertThat(
            after(
                AFTER.replace("int n", "long n"),
                MOVED
                    + "@Migrates(from = \"step:a\", to = \"step:b\") static Moved moved(int n,"
                    + " String url) { return new Moved(url, n); }"))
        .containsExactly(
            "Flow.java:12: [ES032] migration 'moved' does not fit what is stored: it returns 'n' as"
                + " int. Return (String uri, long n). docs/errors/ES032.md");
  }

  @Test
  void refusesTwoForOnePlace() throws IOException {
    String hook =
        "@Migrates(from = \"step:a\", to = \"step:b\") static Moved moved(String url) { return"
            + " new Moved(url, 1); }\n  ";
    assertThat(after(AFTER, MOVED + hook + hook.replace("moved", "again")))
        .containsExactly(
            "Flow.java:13: [ES033] migrations 'moved' and 'again' are both for frames of run at"
                + " step:a. Leave one, which may ask what it was given. docs/errors/ES033.md");
  }

  @Test
  void refusesAChainWhoseArgumentsDoNotPassFromOneToTheNext() throws IOException {
    String functions =
        "} @dev.everstep.annotations.Function public static int load(String a) { return 1;"
            + "} @dev.everstep.annotations.Function public static int get(int b) { return 1;"
            + "} @dev.everstep.annotations.Function public static int fetch(int c) { return 1;";
    Build one =
        new Build(directory.resolve("one"))
            .source(
                "app/Flow.java",
                flow(
                    "String url = s + 1; ctx.step(Flow::load, s); ctx.step(Flow::get, 7); return url;"
                        + functions,
                    ""));
    assertThat(one.run()).isEmpty();
    String chain =
        "record Got(String url) {} record Fetched(String name) {} record Asked(int b) {}\n  "
            + "@Migrates(from = \"step:Flow.load\", to = \"step:Flow.get\")"
            + " static Got got(String url) { return new Got(url); }\n  "
            + "@Migrates(from = \"step:Flow.get\", to = \"step:Flow.fetch\")"
            + " static Fetched fetched(String url, Asked arguments) { return new Fetched(url); }";

    assertThat(
            accepting(
                    one,
                    "two",
                    flow(
                        "String name = s + 1; ctx.step(Flow::fetch, 1); return name;" + functions,
                        chain))
                .run())
        .containsExactly(
            "Flow.java:12: [ES032] migration 'got' does not fit what is stored: the step in flight"
                + " was given (String a), and 'fetched' takes (int b). Return them in a"
                + " component 'arguments' whose type is a record of them. docs/errors/ES032.md");
  }

  private Build accepting(Build before, String name, String source) throws IOException {
    Path baseline = directory.resolve(name + "/src/main/everstep/Flow.json");
    Files.createDirectories(baseline.getParent());
    Files.copy(before.classes().resolve("META-INF/everstep/Flow.json"), baseline);
    return new Build(directory.resolve(name)).source("main/java/app/Flow.java", source);
  }
}
