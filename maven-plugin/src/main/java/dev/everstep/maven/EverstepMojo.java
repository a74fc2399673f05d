package dev.everstep.maven;

import dev.everstep.EverstepException;
import dev.everstep.journal.Journal;
import dev.everstep.upgrade.RunsInFlight;
import dev.everstep.upgrade.StepGraphs;
import dev.everstep.verify.Determinism;
import dev.everstep.verify.Report;
import dev.everstep.verify.Request;
import dev.everstep.verify.Severity;
import dev.everstep.verify.VerifyException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What both goals are told, and how they ask. */
abstract class EverstepMojo extends AbstractMojo {
  private static final String GRAPHS = "META-INF/everstep";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  /** The classes that are checked. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
  File classes;

  /** Does nothing. */
  @Parameter(property = "everstep.skip", defaultValue = "false")
  boolean skip;

  /**
   * The committed step graphs, one file for each workflow and each class with durable methods. The
   * compiler reads them there, too.
   */
  @Parameter(property = "everstep.stepGraphs", defaultValue = "${basedir}/src/main/everstep")
  File stepGraphs;

  /**
   * The groups of dependencies that are code of this project: as strict as for the module's own
   * classes, and with the same ways out. Their bodies are checked in their own modules.
   */
  @Parameter(property = "everstep.ownGroups", defaultValue = "${project.groupId}")
  List<String> ownGroups;

  /** Findings that are known and fail nothing. */
  @Parameter(
      property = "everstep.baseline",
      defaultValue = "${basedir}/src/main/everstep/nondeterminism-baseline.txt")
  File baseline;

  /** Files of rules over the catalogue; an earlier one wins. */
  @Parameter(property = "everstep.rules")
  @Nullable List<File> rules;

  /** What holds for a group of the catalogue in place of its rules: forbid, warn or off. */
  @Parameter @Nullable Map<String, String> severity;

  /** Where summaries of jars are kept between builds. */
  @Parameter(
      property = "everstep.cache",
      defaultValue = "${project.build.directory}/everstep/cache")
  File cache;

  /**
   * A data directory, whose unfinished runs are judged; a relative path is relative to the
   * directory in which Maven was started.
   */
  @Parameter(property = "everstep.journal")
  @Nullable String journal;

  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
  String executionRoot;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("everstep.skip is set.");
      return;
    }
    try {
      if (!classes.isDirectory() && StepGraphs.read(stepGraphs()).all().isEmpty()) {
        getLog().info("There are no classes, and no accepted step graphs.");
        return;
      }
      run();
    } catch (VerifyException | EverstepException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException(
          GoalCode.ES656.message(
              "a file cannot be read or written: reason=" + e + ". Look at disk and permissions."),
          e);
    }
  }

  abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

  /** Returns what the bodies of the project can reach. */
  final Report determinism(boolean withBaseline) throws MojoExecutionException {
    // A baseline that is not there yet is none, unless somebody has named it.
    Path usual = project.getBasedir().toPath().resolve("src/main/everstep");
    boolean isNamed = !baseline.toPath().equals(usual.resolve("nondeterminism-baseline.txt"));
    Path known = withBaseline && (isNamed || baseline.isFile()) ? baseline.toPath() : null;
    return Determinism.check(
        Request.of(classes.isDirectory() ? List.of(classes.toPath()) : List.of())
            .withSiblings(siblings())
            .withClassPath(classPath())
            .withRules(rules == null ? List.of() : rules.stream().map(File::toPath).toList())
            .withSeverity(severities())
            .withBaseline(known)
            .withCache(cache.toPath()));
  }

  private List<Path> siblings() {
    return project.getArtifacts().stream()
        .filter(artifact -> ownGroups.contains(artifact.getGroupId()))
        .filter(artifact -> artifact.getFile() != null)
        .map(artifact -> artifact.getFile().toPath())
        .toList();
  }

  private List<Path> classPath() throws MojoExecutionException {
    Set<String> elements = new LinkedHashSet<>();
    try {
      elements.addAll(project.getCompileClasspathElements());
      elements.addAll(project.getRuntimeClasspathElements());
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    elements.remove(project.getBuild().getOutputDirectory());
    return elements.stream().map(Path::of).toList();
  }

  private Map<String, Severity> severities() throws MojoExecutionException {
    Map<String, Severity> groups = new LinkedHashMap<>();
    if (severity != null) {
      for (Map.Entry<String, String> group : severity.entrySet()) {
        groups.put(
            group.getKey(),
            Setting.of("severity of " + group.getKey(), group.getValue(), Severity.class));
      }
    }
    return groups;
  }

  /** Returns the step graphs that were compiled beside those that were accepted. */
  final Upgrade upgrade() throws IOException {
    return Upgrade.between(stepGraphs(), graphsOfClasses());
  }

  final Path graphsOfClasses() {
    return classes.toPath().resolve(GRAPHS);
  }

  final Path stepGraphs() {
    return stepGraphs.toPath();
  }

  /** Returns the unfinished runs of the journal; empty if none is named. */
  final Optional<RunsInFlight> runsInFlight() throws MojoExecutionException {
    if (journal == null) {
      return Optional.empty();
    }
    try (Journal opened = JournalLocation.open(journal, Path.of(executionRoot))) {
      StepGraphs compiled = StepGraphs.read(graphsOfClasses());
      return Optional.of(RunsInFlight.read(opened, StepGraphs.read(stepGraphs()), compiled));
    }
  }

  /** Returns whether a run cannot go on: one of the journal, or without one any that may be. */
  static boolean cannotGoOn(Upgrade upgrade, Optional<RunsInFlight> runs) {
    return runs.map(found -> found.cannot() > 0).orElse(!upgrade.cannot().isEmpty());
  }

  /** Returns a file as somebody would name it who stands in the project. */
  final String shown(Path file) {
    Path base = project.getBasedir().toPath();
    return file.startsWith(base) ? base.relativize(file).toString() : file.toString();
  }

  final void print(List<Line> lines) {
    lines.forEach(line -> line.to(getLog()));
  }
}
