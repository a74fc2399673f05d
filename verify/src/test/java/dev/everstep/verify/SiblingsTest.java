package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other modules of a project: its own code, whose bodies are checked elsewhere. */
class SiblingsTest {
  @TempDir Path directory;
  private Path sibling;
  private Path project;

  @BeforeEach
  void compile() {
    sibling =
        new Sources(directory.resolve("sibling"))
            .add(
                "lib",
                """
                public class Helper {
                  static int count;
                  public static int count() { return ++count; }
                  @Deterministic(reason = "only logged")
                  public static long measured() { return System.nanoTime(); }
                  @Deterministic(reason = "of use to others")
                  public static int unused() { return 1; }
                }
                """)
            .add(
                "lib",
                """
                @Durable public class Shared {
                  public static long visit(WorkflowContext ctx) { return System.currentTimeMillis(); }
                }
                """)
            .compile();
    project =
        new Sources(directory.resolve("project"))
            .add(
                """
                @Durable public class Flow {
                  public static long run(WorkflowContext ctx) {
                    return lib.Helper.count() + lib.Helper.measured() + lib.Shared.visit(ctx);
                  }
                }
                """)
            .with(sibling)
            .compile();
  }

  @Test
  void areJudgedAsTheProjectsOwnClasses() {
    Report report = Determinism.check(Request.of(List.of(project)).withSiblings(List.of(sibling)));

    assertThat(Sources.lines(report))
        .contains("forbid !putstatic lib.Helper.count app.Flow.run:3 > lib.Helper.count:3")
        .noneMatch(line -> line.contains("Time"));
    assertThat(report.suppressed())
        .extracting(each -> each.finding().call() + " " + each.by())
        .containsExactly("java.lang.System#nanoTime() lib.Helper.measured");
  }

  @Test
  void haveTheirBodiesAndTheirUnusedAnnotationsCheckedElsewhere() {
    Report report = Determinism.check(Request.of(List.of(project)).withSiblings(List.of(sibling)));

    assertThat(report.counts().bodies()).isEqualTo(1);
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void areAnythingElsesLibraryOtherwise() {
    Report report = Determinism.check(Request.of(List.of(project)).withClassPath(List.of(sibling)));

    assertThat(Sources.lines(report))
        .contains("forbid java.lang.System#nanoTime() app.Flow.run:3 > lib.Helper.measured:5")
        .noneMatch(line -> line.contains("!putstatic"));
  }
}
