package dev.everstep.verify;

import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.CatalogueException;
import dev.everstep.catalogue.Rule;
import dev.everstep.catalogue.Verdict;
import dev.everstep.verify.classes.ClassPath;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.classes.SummaryCache;
import dev.everstep.verify.reach.Hit;
import dev.everstep.verify.reach.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The check. */
public final class Determinism {
  private Determinism() {}

  /**
   * Looks for nondeterministic calls that the durable methods of a project can reach.
   *
   * @throws VerifyException if a file that the request names cannot be used
   */
  public static Report check(Request request) {
    long start = System.nanoTime();
    Catalogue projects = rules(request.rules());
    Catalogue catalogue = Catalogue.bundled().with(projects);
    requireGroups(request.severity().keySet(), catalogue);
    Baseline baseline = request.baseline() == null ? null : Baseline.read(request.baseline());
    SummaryCache cache = request.cache() == null ? null : new SummaryCache(request.cache());
    try (ClassPath classes =
        ClassPath.open(request.project(), request.siblings(), request.classPath(), cache)) {
      Program program = new Program(classes, catalogue);
      Findings findings = new Findings(request.severity(), baseline);
      for (JavaMethod body : program.bodies()) {
        for (Hit hit : program.hits(body)) {
          findings.add(hit);
        }
      }
      if (cache != null) {
        cache.save();
      }
      List<Notice> notices = new ArrayList<>();
      if (program.bodies().isEmpty()) {
        notices.add(nothing(request.project()));
      }
      notices.addAll(findings.ofWaivers(program.waivers()));
      unused(projects, program).forEach(notices::add);
      classes.problems().forEach((where, why) -> notices.add(unreadable(where, why)));
      notices.addAll(findings.vanished());
      return new Report(
          findings.reported(),
          findings.suppressed(),
          notices,
          new Counts(
              program.bodies().size(),
              program.methods(),
              classes.classesRead(),
              classes.classesCached(),
              classes.archives()),
          Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw new VerifyException(
          VerifyCode.ES627,
          "nothing to check: the classes cannot be read: paths="
              + request.project()
              + ", reason="
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + ". Name directories or jars that exist, and compile first.",
          e);
    }
  }

  private static void requireGroups(Set<String> named, Catalogue catalogue) {
    Set<String> groups = new TreeSet<>();
    catalogue.rules().stream()
        .filter(rule -> rule.verdict() != Verdict.EXEMPT) // has nothing that could be severe
        .forEach(rule -> groups.add(rule.group()));
    for (String group : new TreeSet<>(named)) {
      if (!groups.contains(group)) {
        throw new VerifyException(
            VerifyCode.ES629,
            "no such group of calls: group="
                + group
                + ", groups="
                + groups
                + ". Name one of these in the severities.",
            null);
      }
    }
  }

  private static Catalogue rules(List<Path> files) {
    Catalogue all = Catalogue.parse("none", List.of());
    for (int i = files.size() - 1; i >= 0; i--) {
      Path file = files.get(i);
      try {
        String name = String.valueOf(file.getFileName());
        all = all.with(Catalogue.parse(name, Files.readAllLines(file)));
      } catch (IOException e) {
        throw unusable(file, e.getClass().getSimpleName() + ": " + e.getMessage(), e);
      } catch (CatalogueException e) {
        throw unusable(file, String.valueOf(e.getMessage()), e);
      }
    }
    return all;
  }

  private static VerifyException unusable(Path file, String reason, Exception cause) {
    return new VerifyException(
        VerifyCode.ES628,
        "a file of rules cannot be used: file="
            + file
            + ", reason="
            + reason
            + ". Mend it, or leave it off.",
        cause);
  }

  private static Notice nothing(List<Path> project) {
    return new Notice(
        VerifyCode.ES627,
        "nothing to check: no class of a @Workflow or @Durable has a method with a"
            + " WorkflowContext: paths="
            + project
            + ". Name the directories with the project's own classes, and compile first.");
  }

  private static Notice unreadable(String where, String why) {
    return new Notice(
        VerifyCode.ES624,
        "a class file cannot be read, and what it calls is not checked: file="
            + where
            + ", reason="
            + why
            + ". Check that it is whole.");
  }

  private static List<Notice> unused(Catalogue projects, Program program) {
    List<Notice> notices = new ArrayList<>();
    for (Rule rule : projects.rules()) {
      boolean allows = rule.verdict() == Verdict.ALLOW || rule.verdict() == Verdict.EXEMPT;
      if (allows && !program.usedRules().contains(rule)) {
        notices.add(
            new Notice(
                VerifyCode.ES623,
                "an exception that no finding needs: rule="
                    + rule.id()
                    + ", line="
                    + rule.line()
                    + ". No body reaches what it allows; remove it."));
      }
    }
    return notices;
  }
}
