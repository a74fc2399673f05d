package dev.everstep.maven;

import dev.everstep.upgrade.RunsInFlight;
import dev.everstep.verify.FailOn;
import dev.everstep.verify.Report;
import dev.everstep.verify.report.JsonReport;
import dev.everstep.verify.report.SarifReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Looks for nondeterministic calls that workflows can reach, and says which runs under way can go
 * on with the code that was built.
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class VerifyMojo extends EverstepMojo {

  /** Which nondeterministic calls fail the build: forbid, warn (those as well) or never. */
  @Parameter(property = "everstep.failOn", defaultValue = "forbid")
  String failOn;

  /**
   * Whether the build fails when a run can't go on: cant or never. With a journal, only its runs
   * count; without one, a run may stand at each point of the accepted step graphs.
   */
  @Parameter(property = "everstep.failOnUpgrade", defaultValue = "cant")
  String failOnUpgrade;

  /** Which files are written to {@code target/everstep}: json, sarif; text for none. */
  @Parameter(property = "everstep.format", defaultValue = "json,sarif")
  List<String> format;

  @Parameter(defaultValue = "${project.build.directory}/everstep", readonly = true)
  File reports;

  /** What paths in reports are relative to, so that they are the same wherever Maven is started. */
  @Parameter(defaultValue = "${maven.multiModuleProjectDirectory}", readonly = true)
  @Nullable File root;

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    FailOn calls = Setting.of("everstep.failOn", failOn, FailOn.class);
    FailOnUpgrade upgrades =
        Setting.of("everstep.failOnUpgrade", failOnUpgrade, FailOnUpgrade.class);

    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String name : format) {
      formats.add(Setting.of("everstep.format", name, ReportFormat.class));
    }

    List<String> failures = new ArrayList<>();
    Report report = determinism(true);
    print(DeterminismText.of(report, calls));
    write(report, formats);
    if (report.fails(calls)) {
      failures.add(DeterminismText.failure(report, calls));
    }

    Upgrade upgrade = upgrade();
    Line.Level cannot =
        upgrades == FailOnUpgrade.NEVER || journal != null ? Line.Level.WARN : Line.Level.ERROR;
    print(UpgradeText.of(upgrade, cannot));
    Optional<RunsInFlight> runs = runsInFlight();
    runs.ifPresent(found -> print(RunsText.of(found, journal, upgrades == FailOnUpgrade.CANT)));
    if (upgrades == FailOnUpgrade.CANT && cannotGoOn(upgrade, runs)) {
      failures.add(UpgradeText.failure(upgrade, runs));
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(String.join(System.lineSeparator(), failures));
    }
  }

  private void write(Report report, Set<ReportFormat> formats) throws IOException {
    Path directory = Files.createDirectories(reports.toPath());
    if (formats.contains(ReportFormat.JSON)) {
      Files.writeString(directory.resolve("verify.json"), JsonReport.of(report));
    }
    if (formats.contains(ReportFormat.SARIF)) {
      List<Path> sources = project.getCompileSourceRoots().stream().map(Path::of).toList();
      Path base = root == null ? project.getBasedir().toPath() : root.toPath();
      Files.writeString(directory.resolve("verify.sarif"), SarifReport.of(report, sources, base));
    }
  }
}
