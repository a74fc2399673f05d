package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.guarded.JudgedProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts, and what is said of it. */
class JudgeTest {
  private static GuardedJvm run(String options, String body, int times) throws Exception {
    List<String> jvm = List.of(GuardedJvm.agent(options));
    return GuardedJvm.run(jvm, JudgedProcess.class, body, String.valueOf(times));
  }

  @Test
  void theAgentsOwnReadingOfClassesIsNoCallOfTheBody() throws Exception {
    GuardedJvm process = run("", "defines", 1);

    assertThat(process.out()).isEqualTo("Late\n");
    assertThat(process.err()).doesNotContain("ES603");
  }

  @Test
  void theJdksOwnSettingsOfItsXmlParsersAreNoFileOfTheBody() throws Exception {
    assertThat(run("", "parses", 1).out()).isEqualTo("order\n");
  }

  @Test
  void callsAreAllowedByTheNameThatReportsGiveThem() throws Exception {
    String named = "java.nio.file.Files#exists(java.nio.file.Path,java.nio.file.LinkOption[])";

    assertThat(run("", "exists", 1).out()).isEqualTo("forbidden " + named + "\n");
    assertThat(run("allow=" + named, "exists", 1).out()).isEqualTo("false\n");
  }

  @Test
  void anAnnotationNamesCallsAsReportsDo() throws Exception {
    assertThat(run("", "trusts", 1).out()).isEqualTo("false\n");
  }

  @Test
  void theCodeOfHiddenClassesIsLookedInto() throws Exception {
    assertThat(run("", "asks", 1).out()).isEqualTo("forbidden java.lang.System#nanoTime()\n");
    assertThat(run("", "refers", 1).out())
        .isEqualTo("forbidden java.lang.System#currentTimeMillis()\n");
    assertThat(run("off", "asks", 1).out()).isEqualTo("free\n");
  }

  @Test
  void anAnnotationWithoutAReasonHasNoEffect() throws Exception {
    assertThat(run("", "says nothing", 1).out())
        .startsWith("forbidden java.nio.file.Files#exists(");
  }

  @Test
  void aStaticMethodOfAnInterfaceIsNotInherited() throws Exception {
    assertThat(run("", "hides", 1).out()).isEqualTo("four\n");
  }

  @Test
  void warnsOfAHeldLockOnceAndCounts() throws Exception {
    GuardedJvm process = run("warn,severity.lock=warn", "holds", 25);

    assertThat(process.err().lines().filter(line -> line.contains("ReentrantLock#lock()")))
        .filteredOn(line -> line.contains("warned of"))
        .hasSize(4);
    assertThat(process.out().lines()).hasSize(25).containsOnly("held");
  }
}
