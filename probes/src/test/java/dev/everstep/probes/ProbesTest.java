package dev.everstep.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.WorkflowContext;
import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import dev.everstep.catalogue.Verdict;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the probes are what they say: complete, of the catalogue, and harmless. */
class ProbesTest {
  private static final List<Rule> RULES = Catalogue.bundled().rules();

  /** What changes a result and cannot execute, the agent has no chance to see. */
  @Test
  void oneOfTheGuardsFindsEachProbeThatChangesResults() {
    assertThat(Probes.dirty())
        .filteredOn(body -> body.probe().changesResult())
        .noneMatch(
            body ->
                Missed.BY_CHECK.contains(body.name())
                    && (Missed.BY_AGENT.contains(body.name()) || !body.probe().executes()));
    assertThat(Probes.dirty())
        .extracting(Probes.Body::name)
        .containsAll(Missed.BY_CHECK)
        .containsAll(Missed.BY_AGENT);
  }

  @Test
  void thereAreProbesOfEveryGroup() {
    Map<String, Long> groups = count(Probes.Dirty::group);

    Set<String> all = new TreeSet<>();
    RULES.stream()
        .filter(rule -> rule.verdict() != Verdict.EXEMPT)
        .forEach(rule -> all.add(rule.group()));
    assertThat(groups.keySet()).isEqualTo(all);
    assertThat(groups)
        .hasToString(
            "{console=13, data=12, env=26, file=22, lock=20, network=19, order=22, process=16,"
                + " random=22, reflect=15, static=12, thread=24, time=26}");
  }

  @Test
  void everyWayIsGone() {
    assertThat(count(dirty -> dirty.probe().by()))
        .hasToString(
            "{DIRECT=130, HELPER=20, LAMBDA=14, METHOD_REFERENCE=16, INTERFACE=16, SUBCLASS=4,"
                + " STATIC_INITIALISER=15, REFLECTION=12, METHOD_HANDLE=2, JDK=1, LIBRARY=19}")
        .containsOnlyKeys(Way.values());
    Map<String, Set<Way>> ways = new TreeMap<>();
    for (Probes.Dirty dirty : Probes.dirty()) {
      ways.computeIfAbsent(dirty.group(), group -> new TreeSet<>()).add(dirty.probe().by());
    }
    assertThat(ways)
        .allSatisfy(
            (group, gone) ->
                assertThat(gone)
                    .contains(
                        Way.DIRECT, Way.HELPER, Way.LAMBDA, Way.METHOD_REFERENCE, Way.INTERFACE)
                    .hasSizeGreaterThanOrEqualTo(6));
  }

  @Test
  void thereAreEnoughOfBothKinds() {
    assertThat(Probes.dirty()).hasSize(249);
    assertThat(Probes.dirty()).filteredOn(dirty -> dirty.probe().executes()).hasSize(244);
    assertThat(Probes.dirty()).filteredOn(dirty -> dirty.probe().changesResult()).hasSize(191);
    assertThat(Probes.clean()).hasSize(82);
  }

  @Test
  void everyProbeNamesARuleOfItsGroup() {
    Set<String> rules = new TreeSet<>();
    RULES.stream()
        .filter(rule -> rule.verdict() != Verdict.ALLOW)
        .forEach(rule -> rules.add(rule.group() + "/" + nameOf(rule)));

    assertThat(Probes.dirty())
        .extracting(dirty -> dirty.group() + "/" + dirty.probe().call())
        .isSubsetOf(rules);
  }

  @Test
  void everyBodyIsCompiled() {
    assertThat(bodies())
        .allSatisfy(
            body -> {
              assertThat(Modifier.isStatic(body.method().getModifiers())).as(body.name()).isTrue();
              assertThat(body.method().getParameterTypes()).containsExactly(WorkflowContext.class);
              assertThat(Class.forName(body.machine())).as(body.name()).isNotNull();
            });
  }

  @Test
  void everyLookAlikeSaysWhy() {
    assertThat(Probes.clean())
        .allSatisfy(clean -> assertThat(clean.lookAlike().why()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void everyBodyThatExecutesEnds(Probes.Body body) throws Throwable {
    if (!(body instanceof Probes.Dirty dirty) || dirty.probe().executes()) {
      body.call(new PlainContext());
    }
  }

  @Test
  void everyLookAlikeDoesTheSameTwice() throws Throwable {
    for (Probes.Clean clean : Probes.clean()) {
      boolean recorded = clean.method().getDeclaringClass() == StepLookAlikes.class;
      if (!recorded) {
        assertThat(clean.call(new PlainContext()))
            .as(clean.name())
            .isEqualTo(clean.call(new PlainContext()));
      }
    }
  }

  static List<Probes.Body> bodies() {
    List<Probes.Body> all = new ArrayList<>(Probes.dirty());
    all.addAll(Probes.clean());
    return all;
  }

  private static String nameOf(Rule rule) {
    String api = rule.api();
    int arguments = api.indexOf('(');
    return arguments < 0 ? api : api.substring(0, arguments);
  }

  private static <K> Map<K, Long> count(Function<Probes.Dirty, K> by) {
    return Probes.dirty().stream()
        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
  }
}
