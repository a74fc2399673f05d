package dev.everstep.processor.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.ErrorCode;
import dev.everstep.engine.Engine;
import dev.everstep.journal.Payload;
import dev.everstep.state.HeadState;
import dev.everstep.upgrade.Judge;
import dev.everstep.upgrade.Reason;
import dev.everstep.upgrade.StepGraphs;
import dev.everstep.upgrade.Verdict;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a parked run while its frames are migrated, and over several deploys. */
class MigrationsTest {
  private static final Edit EDIT = new Edit("moving", List.of(), List.of(), "", "");

  private static final String FIRST =
      """
      String one = s + "1";
      ctx.step("a", () -> World.call("a"));
      return ctx.step(World::work, one);
      """;

  private static final String SECOND =
      """
      List<String> two = new ArrayList<>(List.of(s + "1"));
      ctx.step("b", () -> World.call("b"));
      return ctx.step(World::work, two.get(0) + two.size());
      --
      record Two(List<String> two) {}
      @Migrates(from = "step:a", to = "step:b")
      static Two first(String one) {
        World.call("first", one);
        return new Two(new ArrayList<>(List.of(one)));
      }
      """;

  private static final String SAME_PLACE =
      SECOND.replace("step:b", "step:a").replace("\"b\"", "\"a\"");

  private static final String THIRD =
      """
      Set<String> three = new TreeSet<>(Set.of(s + "1"));
      ctx.step("c", () -> World.call("c"));
      return ctx.step(World::work, three + "");
      --
      record Two(List<String> two) {}
      record Three(Set<String> three) {}
      @Migrates(from = "step:a", to = "step:b")
      static Two first(String one) {
        World.call("first", one);
        return new Two(new ArrayList<>(List.of(one)));
      }
      @Migrates(from = "step:b", to = "step:c")
      static Three second(List<String> two) {
        World.call("second", two);
        return new Three(new TreeSet<>(two));
      }
      """;

  @TempDir Path directory;

  private Version version(String name, String text, Version before) throws Exception {
    Version version = new Version(directory.resolve(name));
    version.add(EDIT, Edit.version(EDIT.name(), text), before);
    version.compile();
    return version;
  }

  /** Parks a run of the first version at its first step. */
  private ParkingJournal parked(Version first) throws Exception {
    ParkingJournal journal = new ParkingJournal(1);
    try (URLClassLoader loader = first.loader()) {
      new Parking(loader, loader, first.workflow(EDIT)).start(loader, journal, "\"x\"");
    }
    World.drain();
    journal.forgetLost();
    return journal;
  }

  private static List<String> goOn(Version version, ParkingJournal journal) throws Exception {
    try (URLClassLoader loader = version.loader()) {
      Parking.run(loader, journal, ParkingJournal.Stop.ASLEEP);
    }
    return World.drain().stream()
        .filter(line -> !line.startsWith("@") && !line.startsWith("with "))
        .toList();
  }

  @Test
  void aChainOfTwoBringsARunOverADeployThatItNeverSaw() throws Exception {
    Version first = version("first", FIRST, null);
    Version second = version("second", SECOND, first);
    Version third = version("third", THIRD, second);
    ParkingJournal journal = parked(first);

    assertThat(goOn(third, journal))
        .containsExactly("first[x1]", "second[[x1]]", "c[]", "work[[x1]]", "= \"[x1].\"");
  }

  @Test
  void aCrashBehindAMigrationAndBeforeItsFirstCommitRepeatsTheMigrationAndNothingElse()
      throws Exception {
    Version first = version("first", FIRST, null);
    Version second = version("second", SECOND, first);
    ParkingJournal journal = parked(first);
    HeadState before = journal.state();

    try (URLClassLoader loader = second.loader()) {
      Engine engine = Parking.open(loader, journal);
      try {
        journal.awaitLost();
      } finally {
        engine.close();
      }
    }

    assertThat(World.drain()).containsExactly("first[x1]");
    assertThat(journal.state()).isEqualTo(before);
    assertThat(goOn(second, journal))
        .containsExactly("first[x1]", "b[]", "work[x11]", "= \"x11.\"");
  }

  @Test
  void aMigrationThatThrowsLeavesTheRunAsItWasAndTheNextDeployTriesAgain() throws Exception {
    Version first = version("first", FIRST, null);
    Version throwing =
        version(
            "throwing",
            SECOND.replace(
                "return new Two(new ArrayList<>(List.of(one)));",
                "throw new IllegalStateException(\"not \" + one);"),
            first);
    Version second = version("second", SECOND, first);
    ParkingJournal journal = parked(first);
    Payload frames = journal.state().frames();

    goOn(throwing, journal);
    HeadState stuck = journal.state();

    assertThat(stuck.frames()).isEqualTo(frames);
    assertThat(stuck.stuck().code()).isEqualTo(ErrorCode.ES640);
    assertThat(stuck.stuck().reason())
        .isEqualTo(
            "[ES640] the migration of a stored frame failed: method=run, from=step:a, to=step:b. It"
                + " threw java.lang.IllegalStateException: not x1. Nothing was changed. Deploy a"
                + " migration that fits this run; it then continues. docs/errors/ES640.md");
    journal.passTime();
    assertThat(goOn(second, journal))
        .containsExactly("first[x1]", "b[]", "work[x11]", "= \"x11.\"");
  }

  @Test
  void aMigrationWhoseResultCannotBeStoredMakesTheRunStuck() throws Exception {
    Version first = version("first", FIRST, null);
    Version unstorable =
        version(
            "unstorable",
            SECOND.replace(
                "new ArrayList<>(List.of(one))",
                "List.of(one).stream().sorted().toList().subList(0, 1)"),
            first);
    ParkingJournal journal = parked(first);
    Payload frames = journal.state().frames();

    goOn(unstorable, journal);

    assertThat(journal.state().frames()).isEqualTo(frames);
    assertThat(journal.state().stuck().code()).isEqualTo(ErrorCode.ES640);
    assertThat(journal.state().stuck().reason()).contains("from=step:a, to=step:b", "[ES404]");
  }

  private static final String PAYS =
      """
      return ctx.step(World::work, ctx.step(Flow::pay, s));
      --
      @Function(onCrash = OnCrash.FAIL)
      public static String pay(String of) { return World.call("pay", of); }
      """;

  @Test
  void aStepThatMustNotBeCalledAgainFailsUnlessAMigrationPutsAnotherInItsPlace() throws Exception {
    Version first = version("first", PAYS, null);
    Version kept =
        version(
            "kept",
            PAYS.replace("pay", "charge")
                + """
                record Paying() {}
                @Migrates(from = "step:Moving.pay", to = "step:Moving.charge")
                static Paying paying() { return new Paying(); }
                """,
            first);
    Version another =
        version(
            "another",
            PAYS.replace("pay", "charge")
                + """
                record Charge(String of) {}
                record Paying(Charge arguments) {}
                @Migrates(from = "step:Moving.pay", to = "step:Moving.charge")
                static Paying paying(Charge arguments) {
                  return new Paying(new Charge(arguments.of() + 2));
                }
                """,
            first);

    assertThat(goOn(kept, parked(first)))
        .singleElement()
        .asString()
        .startsWith("= dev.everstep.StepInterruptedException: ");
    assertThat(goOn(another, parked(first)))
        .containsExactly("charge[x2]", "work[charge[x2]]", "= \"charge[x2].\"");
  }

  @Test
  void aMigrationTakesALocalByTheNameThatItHadBeforeTheBaseline() throws Exception {
    Version first = version("first", FIRST, null);
    Version renamed = version("renamed", FIRST.replace("one", "uno"), first);
    Version second = version("second", SECOND.replace("one", "uno"), renamed);

    assertThat(goOn(second, parked(first)))
        .containsExactly("first[x1]", "b[]", "work[x11]", "= \"x11.\"");
  }

  @Test
  void aRunThatSleptThroughADeployIsJudgedByWhatItHolds() throws Exception {
    Version first = version("first", FIRST, null);
    Version second = version("second", SAME_PLACE, first);
    Version kept = version("kept", SAME_PLACE, second);
    Version dropped = version("dropped", SAME_PLACE.replaceAll("(?s)--.*", ""), second);
    ParkingJournal journal = parked(first);
    HeadState waiting = journal.state();

    Verdict with = Judge.of(graphs(second), graphs(kept)).run(first.workflow(EDIT), waiting);
    Verdict without = Judge.of(graphs(second), graphs(dropped)).run(first.workflow(EDIT), waiting);

    assertThat(with.reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.MIGRATED);
    assertThat(without.reasons())
        .filteredOn(reason -> reason.kind().stops())
        .extracting(Reason::local)
        .containsExactly("two");
    assertThat(goOn(kept, journal)).containsExactly("first[x1]", "a[]", "work[x11]", "= \"x11.\"");
  }

  private static StepGraphs graphs(Version version) throws Exception {
    return version.stepGraphs(EDIT);
  }
}
