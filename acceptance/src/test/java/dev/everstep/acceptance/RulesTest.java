package dev.everstep.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the code, as docs/architecture.md states them. */
class RulesTest {
  private static final String API = "dev.everstep";
  private static final String ANNOTATIONS = "dev.everstep.annotations";
  private static final String CATALOGUE = "dev.everstep.catalogue";
  private static final String VERIFY = "dev.everstep.verify";
  private static final String AGENT = "dev.everstep.agent";
  private static final String MACHINE = "dev.everstep.machine";
  private static final String JOURNAL = "dev.everstep.journal";
  private static final String EMBEDDED = "dev.everstep.journal.embedded";
  private static final String MAPDB = "dev.everstep.journal.mapdb";
  private static final String TRANSFER = "dev.everstep.journal.transfer";
  private static final String CODEC = "dev.everstep.codec";
  private static final String STATE = "dev.everstep.state";
  private static final String PIECES = "dev.everstep.pieces";
  private static final String TRACE = "dev.everstep.trace";
  private static final String UPGRADE = "dev.everstep.upgrade";
  private static final String CLI = "dev.everstep.cli";
  private static final String EXAMPLE = "dev.everstep.example";

  /** What a package of the runtime may use of Everstep, itself apart. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry(ANNOTATIONS, List.of()),
          Map.entry(CATALOGUE, List.of()),
          Map.entry(AGENT, List.of(CATALOGUE, AGENT + ".catalogue", AGENT + ".asm..")),
          Map.entry("dev.everstep.agent.boot", List.of()),
          Map.entry(
              VERIFY, List.of(CATALOGUE, VERIFY + ".read", VERIFY + ".classes", VERIFY + ".reach")),
          Map.entry(VERIFY + ".report", List.of(VERIFY)),
          Map.entry(VERIFY + ".read", List.of()),
          Map.entry(VERIFY + ".classes", List.of(CATALOGUE, VERIFY + ".read")),
          Map.entry(VERIFY + ".reach", List.of(CATALOGUE, VERIFY + ".read", VERIFY + ".classes")),
          Map.entry(MACHINE, List.of(API)),
          Map.entry(JOURNAL, List.of(API)),
          Map.entry("dev.everstep.journal.memory", List.of(API, JOURNAL)),
          Map.entry(EMBEDDED, List.of(API, JOURNAL, MAPDB)),
          Map.entry(MAPDB, List.of(API, JOURNAL)),
          Map.entry(CODEC, List.of(API, MACHINE, JOURNAL)),
          Map.entry(STATE, List.of(API, JOURNAL, CODEC)),
          Map.entry(PIECES, List.of(API, JOURNAL)),
          Map.entry(TRANSFER, List.of(API, JOURNAL, CODEC, PIECES, STATE)),
          Map.entry(TRACE, List.of(API, JOURNAL, CODEC, PIECES, STATE)),
          Map.entry(UPGRADE, List.of(API, JOURNAL, CODEC, PIECES, STATE)),
          Map.entry(
              "dev.everstep.engine",
              List.of(API, ANNOTATIONS, MACHINE, JOURNAL, CODEC, PIECES, STATE, TRACE, UPGRADE)),
          Map.entry(
              "dev.everstep.maven",
              List.of(API, VERIFY, VERIFY + ".report", UPGRADE, JOURNAL, EMBEDDED)),
          Map.entry(
              CLI,
              List.of(
                  VERIFY,
                  VERIFY + ".report",
                  API,
                  JOURNAL,
                  EMBEDDED,
                  TRANSFER,
                  CODEC,
                  TRACE,
                  UPGRADE)),
          Map.entry(EXAMPLE, List.of(API, ANNOTATIONS)),
          Map.entry("dev.everstep.example.order", List.of(API, ANNOTATIONS)),
          Map.entry(
              "dev.everstep.example.demo", List.of(API, EXAMPLE, JOURNAL, EMBEDDED, TRACE, CLI)));

  /** What puts the parts together, and so may use them all. */
  private static final DescribedPredicate<JavaClass> FACADE =
      describe("Everstep", type -> type.getName().matches("dev\\.everstep\\.Everstep(\\$.*)?"));

  /** What the compiler writes: it extends the machine contract wherever the workflow stands. */
  private static final DescribedPredicate<JavaClass> GENERATED =
      describe(
          "generated",
          type ->
              type.isAssignableTo("dev.everstep.machine.Machine")
                      && !type.getPackageName().equals(MACHINE)
                  || type.getEnclosingClass()
                      .filter(outer -> outer.isAssignableTo("dev.everstep.machine.Machine"))
                      .isPresent());

  /** What the agent's jar holds of others, under names of its own. */
  private static final DescribedPredicate<JavaClass> RENAMED =
      resideInAPackage("dev.everstep.agent.asm..")
          .or(resideInAPackage("dev.everstep.agent.catalogue.."));

  private static JavaClasses code;

  @BeforeAll
  static void read() {
    code =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(API)
            .that(DescribedPredicate.not(resideInAPackage("dev.everstep.acceptance..")))
            .that(DescribedPredicate.not(RENAMED));
    assertThat(code.size()).isGreaterThan(100);
  }

  @Test
  void packagesUseOnlyWhatIsBelowThem() {
    MAY_USE.forEach(
        (name, below) -> {
          DescribedPredicate<JavaClass> allowed =
              resideOutsideOfPackage(API + "..").or(resideInAPackage(name));
          for (String other : below) {
            allowed = allowed.or(resideInAPackage(other));
          }
          classes()
              .that(resideInAPackage(name).and(DescribedPredicate.not(GENERATED)))
              .should()
              .onlyDependOnClassesThat(allowed)
              .check(code);
        });
  }

  @Test
  void everyPackageHasItsRule() {
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : code) {
      String name = type.getPackageName();
      if (!name.equals(API) && !name.startsWith("dev.everstep.processor")) {
        packages.add(name);
      }
    }
    assertThat(packages).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @Test
  void theApiUsesNoOtherPackage() {
    classes()
        .that(resideInAPackage(API).and(DescribedPredicate.not(FACADE)))
        .should()
        .onlyDependOnClassesThat(resideOutsideOfPackage(API + "..").or(resideInAPackage(API)))
        .check(code);
  }

  @Test
  void theCompilerUsesAnnotationsAndJavacsPublicApiOnly() {
    classes()
        .that()
        .resideInAPackage("dev.everstep.processor..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("dev.everstep.processor..")
                .or(resideInAPackage(ANNOTATIONS))
                .or(resideOutsideOfPackage(API + "..")))
        .check(code);
    // The API to load an agent into a process is exported, in a package of that name.
    noClasses()
        .that(not(nameMatching("dev\\.everstep\\.agent\\.Attacher")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.tools..", "jdk.internal..", "sun..")
        .check(code);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.everstep.processor.(*)..").should().beFreeOfCycles().check(code);
    slices().matching("dev.everstep.journal.(*)..").should().beFreeOfCycles().check(code);
  }

  @Test
  void mapDbIsUsedByItsPackageAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(MAPDB)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.mapdb..")
        .check(code);
  }

  /** MapDB's stores lose what was acknowledged; its immutable tables are all that is used. */
  @Test
  void nothingOfMapDbIsUsedThatChangesInPlace() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.mapdb..")
                .and(not(nameMatching("org\\.mapdb\\.SortedTableMap.*")))
                .and(
                    not(
                        nameMatching(
                            "org\\.mapdb\\.(Serializer|DBException|DataInput2.*"
                                + "|serializer\\..*|volume\\.Volume)"))))
        .check(code);
  }

  @Test
  void theCheckReadsClassFilesInOnePackageAlone() {
    noClasses()
        .that()
        .resideInAPackage(VERIFY + "..")
        .and()
        .resideOutsideOfPackage(VERIFY + ".read")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.bytebuddy..")
        .check(code);
  }

  @Test
  void javaPoetIsUsedByTheEmittingPartAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.everstep.processor", "dev.everstep.processor.emit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.palantir.javapoet..")
        .check(code);
  }

  @Test
  void noClassUsesWhatMapDbBringsAlong() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.common..", "kotlin..", "org.eclipse.collections..")
        .check(code);
  }

  @Test
  void onlyTheConsoleAndTheAgentTouchTheProcessesStreams() {
    Set<String> allowed = Set.of("dev.everstep.cli.Console", "dev.everstep.agent.EverstepAgent");
    DescribedPredicate<JavaClass> console =
        describe("the console or the agent", type -> allowed.contains(type.getName()));
    for (String stream : List.of("in", "out", "err")) {
      noClasses()
          .that(DescribedPredicate.not(console))
          .should()
          .accessField(System.class, stream)
          .check(code);
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : code) {
      JavaPackage home = type.getPackage();
      if (!home.getName().equals(ANNOTATIONS) && !home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }
}
