package dev.everstep.maven;

import dev.everstep.upgrade.RunsInFlight;
import dev.everstep.verify.Baseline;
import dev.everstep.verify.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compiles, and makes what was compiled the baseline that later builds are compared with: the step
 * graphs, to be committed, or the nondeterministic calls that are known.
 */
@Mojo(
    name = "accept",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class AcceptMojo extends EverstepMojo {

  /** What is accepted: graphs, nondeterminism, or both. */
  @Parameter(property = "everstep.accept", defaultValue = "graphs")
  List<String> accept;

  /** Accepts step graphs though runs under way cannot go on with them. */
  @Parameter(property = "everstep.accept.cant", defaultValue = "false")
  boolean acceptCant;

  /** What can be accepted. */
  enum Part {
    /** The step graphs. */
    GRAPHS,
    /** The nondeterministic calls that are there. */
    NONDETERMINISM
  }

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    List<Part> parts = new ArrayList<>();
    for (String name : accept) {
      parts.add(Setting.of("everstep.accept", name, Part.class));
    }
    if (parts.contains(Part.GRAPHS)) {
      graphs();
    }
    if (parts.contains(Part.NONDETERMINISM)) {
      nondeterminism();
    }
  }

  private void graphs() throws IOException, MojoExecutionException, MojoFailureException {
    Upgrade upgrade = upgrade();
    Optional<RunsInFlight> runs = runsInFlight();
    boolean refused = cannotGoOn(upgrade, runs) && !acceptCant;
    print(UpgradeText.ofChanged(upgrade, refused ? Line.Level.ERROR : Line.Level.WARN));
    runs.ifPresent(found -> print(RunsText.of(found, journal, refused)));
    if (refused) {
      throw new MojoFailureException(
          GoalCode.ES652.message(
              "nothing was written, since runs under way can't go on with this code; see above. If"
                  + " no such run is left: mvn everstep:accept -Deverstep.accept.cant=true."));
    }
    print(Acceptance.write(upgrade, graphsOfClasses()));
  }

  private void nondeterminism() throws IOException, MojoExecutionException {
    Report report = determinism(false);
    Baseline now = Baseline.of(report.findings());
    Path file = baseline.toPath();
    List<Baseline.Entry> before =
        Files.isRegularFile(file) ? Baseline.read(file).entries() : List.of();
    List<Line> lines = new ArrayList<>();
    minus(now.entries(), before).forEach(entry -> lines.add(line("+ ", entry)));
    minus(before, now.entries()).forEach(entry -> lines.add(line("- ", entry)));
    if (lines.isEmpty()) {
      lines.add(
          new Line(Line.Level.INFO, "No nondeterministic call is new or gone; nothing to write."));
    } else if (now.entries().isEmpty()) {
      Files.delete(file);
      lines.add(new Line(Line.Level.INFO, "deleted " + shown(file)));
    } else {
      now.write(file);
      lines.add(new Line(Line.Level.INFO, "wrote " + shown(file)));
    }
    print(lines);
  }

  private static Line line(String sign, Baseline.Entry entry) {
    return new Line(Line.Level.INFO, sign + entry.text());
  }

  /** Returns the entries without those of the other list; two equal ones count as two. */
  private static List<Baseline.Entry> minus(
      List<Baseline.Entry> entries, List<Baseline.Entry> others) {
    List<Baseline.Entry> left = new ArrayList<>(entries);
    for (Baseline.Entry other : others) {
      for (int i = 0; i < left.size(); i++) {
        if (left.get(i).fingerprint().equals(other.fingerprint())) {
          left.remove(i);
          break;
        }
      }
    }
    return left;
  }
}
