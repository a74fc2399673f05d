package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.catalogue.Catalogue;
import dev.everstep.probes.Missed;
import dev.everstep.probes.Probe;
import dev.everstep.probes.Probes;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How many of the probes the check finds, and how many look-alikes it takes for one. */
class ProbesVerdictTest {
  private static Report report;
  private static Map<String, List<Finding>> byBody;

  @BeforeAll
  static void check() throws URISyntaxException {
    Path project = Path.of(Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    report = Determinism.check(Request.of(List.of(project)).withClassPath(classPath));
    byBody = report.findings().stream().collect(Collectors.groupingBy(Finding::body));
  }

  private static List<Finding> of(Probes.Body body) {
    return byBody.getOrDefault(
        body.method().getDeclaringClass().getName() + "." + body.method().getName(), List.of());
  }

  /** What it does not find is known: a way through a library's depths, or a table nobody fills. */
  @Test
  void findsAlmostEveryProbe() {
    List<String> missed =
        Probes.dirty().stream()
            .filter(
                dirty ->
                    of(dirty).stream().noneMatch(finding -> finding.group().equals(dirty.group())))
            .map(Probes.Body::name)
            .toList();

    assertThat(missed).containsExactlyInAnyOrderElementsOf(Missed.BY_CHECK);
    assertThat(missed.size()).isLessThanOrEqualTo(Probes.dirty().size() / 20);
  }

  @Test
  void takesAlmostNoLookAlikeForAProbe() {
    List<String> flagged =
        Probes.clean().stream()
            .filter(clean -> !of(clean).isEmpty())
            .map(Probes.Body::name)
            .toList();

    // Guava asks for a network interface only if an address names one, as the body's does not.
    assertThat(flagged).containsExactly("LibraryLookAlikes.guavaHash");
  }

  /** A probe that is only warned of is one whose rule says no more, or hides in a library. */
  @Test
  void forbidsWhatTheCatalogueForbids() {
    List<String> milder =
        Probes.dirty().stream()
            .filter(dirty -> isForbidden(dirty.probe().call()) && !of(dirty).isEmpty())
            .filter(
                dirty ->
                    of(dirty).stream().noneMatch(finding -> finding.severity() == Severity.FORBID))
            .map(Probes.Body::name)
            .toList();

    assertThat(milder)
        .containsExactly(
            "LockProbes.guavaMonitor", "LockProbes.guavaTake", "EnvProbes.commonsProperty");
  }

  private static boolean isForbidden(String call) {
    return Catalogue.bundled().rules().stream()
        .filter(rule -> rule.api().equals(call) || rule.api().startsWith(call + "("))
        .allMatch(rule -> rule.verdict().forbids());
  }
}
