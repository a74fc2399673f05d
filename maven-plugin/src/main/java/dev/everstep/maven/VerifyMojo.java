package dev.everstep.maven;

import dev.everstep.verify.FailOn;
import dev.everstep.verify.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

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

  @Override
  void run() throws IOException, MojoExecutionException, MojoFailureException {
    FailOn calls = Setting.of("everstep.failOn", failOn, FailOn.class);
    FailOnUpgrade upgrades =
        Setting.of("everstep.failOnUpgrade", failOnUpgrade, FailOnUpgrade.class);

    List<String> failures = new ArrayList<>();
    Report report = determinism(true);
    print(DeterminismText.of(report, calls));
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
}
