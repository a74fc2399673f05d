package dev.everstep.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to check, and how.
 *
 * @param project directories and jars with the project's own classes; the bodies are looked for in
 *     them, and the rules on static fields hold for them
 * @param siblings directories and jars of the same project whose bodies are checked elsewhere, as
 *     those of other modules: its own code otherwise; what does not exist is left out
 * @param classPath what else the bodies can call: directories and jars; what does not exist is left
 *     out, as javac does
 * @param rules files of rules over the catalogue; an earlier one wins
 * @param severity what holds for a whole group of the catalogue, in place of its rules' verdicts
 * @param baseline fingerprints of findings that are known; null if there are none
 * @param cache where summaries of jars are kept between checks; null to keep none
 */
public record Request(
    List<Path> project,
    List<Path> siblings,
    List<Path> classPath,
    List<Path> rules,
    Map<String, Severity> severity,
    @Nullable Path baseline,
    @Nullable Path cache) {

  /** Copies the collections. */
  public Request {
    project = List.copyOf(project);
    siblings = List.copyOf(siblings);
    classPath = List.copyOf(classPath);
    rules = List.copyOf(rules);
    severity = Map.copyOf(severity);
  }

  /** Returns a request for a project's own classes, with nothing else on its class path. */
  public static Request of(List<Path> project) {
    return new Request(project, List.of(), List.of(), List.of(), Map.of(), null, null);
  }

  /** Returns the request with other siblings. */
  public Request withSiblings(List<Path> entries) {
    return new Request(project, entries, classPath, rules, severity, baseline, cache);
  }

  /** Returns the request with another class path. */
  public Request withClassPath(List<Path> entries) {
    return new Request(project, siblings, entries, rules, severity, baseline, cache);
  }

  /** Returns the request with other files of rules. */
  public Request withRules(List<Path> files) {
    return new Request(project, siblings, classPath, files, severity, baseline, cache);
  }

  /** Returns the request with other severities of groups. */
  public Request withSeverity(Map<String, Severity> groups) {
    return new Request(project, siblings, classPath, rules, groups, baseline, cache);
  }

  /** Returns the request with a baseline, a file that {@link Baseline} wrote. */
  public Request withBaseline(@Nullable Path file) {
    return new Request(project, siblings, classPath, rules, severity, file, cache);
  }

  /** Returns the request with a directory for summaries, which is made if it is missing. */
  public Request withCache(@Nullable Path directory) {
    return new Request(project, siblings, classPath, rules, severity, baseline, directory);
  }
}
