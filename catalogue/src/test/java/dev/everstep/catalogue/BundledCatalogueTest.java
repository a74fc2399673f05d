package dev.everstep.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundled rules against the JDK that runs the test. */
class BundledCatalogueTest {
  private final Catalogue catalogue = Catalogue.bundled();

  @Test
  void everyMemberOfTheJdkIsThereInTheReleasesThatTheRuleNames() {
    int release = Runtime.version().feature();
    List<String> wrong = new ArrayList<>();
    for (Rule rule : catalogue.rules()) {
      boolean ofJdk =
          rule.kind() != Rule.Kind.CONSTRUCT
              && !rule.has(Attribute.EXT)
              && (rule.reach() == Rule.Reach.CLASS || rule.reach() == Rule.Reach.SUBTYPES);
      // A release that has no such member may get it in an update, as 17 got KEM.
      if (ofJdk && rule.isIn(release) && !isThere(rule)) {
        wrong.add(rule.line() + ": " + rule.api());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void noTwoRulesSpeakOfTheSame() {
    assertThat(catalogue.rules()).extracting(Rule::api).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleThatReplacesSaysWithWhat() {
    assertThat(catalogue.rules())
        .filteredOn(rule -> rule.verdict() == Verdict.REPLACE)
        .allSatisfy(rule -> assertThat(rule.replacement()).as(rule.api()).isNotBlank());
  }

  /**
   * What the guards' texts may name: the methods of WorkflowContext, which this module cannot see.
   */
  @Test
  void replacementsNameMethodsThatTheContextHas() {
    assertThat(catalogue.rules())
        .filteredOn(rule -> rule.replacement() != null)
        .flatExtracting(
            rule ->
                java.util.regex.Pattern.compile("ctx\\.(\\w+)")
                    .matcher(rule.replacement())
                    .results()
                    .map(found -> found.group(1))
                    .toList())
        .isSubsetOf("step", "sleep", "sleepUntil", "now", "random", "uuid", "runId", "log");
  }

  private static boolean isThere(Rule rule) {
    try {
      Class<?> owner = Class.forName(rule.owner(), false, ClassLoader.getSystemClassLoader());
      return rule.kind() == Rule.Kind.FIELD
          ? Arrays.stream(owner.getFields()).anyMatch(f -> f.getName().equals(rule.member()))
          : hasMember(owner, rule);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean hasMember(Class<?> owner, Rule rule) {
    return switch (rule.member()) {
      case "*", "<clinit>" -> true;
      case "<init>" -> Arrays.stream(owner.getDeclaredConstructors()).anyMatch(c -> fits(c, rule));
      default ->
          withSupertypes(owner)
              .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
              .anyMatch(m -> m.getName().equals(rule.member()) && fits(m, rule));
    };
  }

  private static Stream<Class<?>> withSupertypes(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    return Stream.concat(Stream.of(type), above.flatMap(BundledCatalogueTest::withSupertypes));
  }

  private static boolean fits(Executable member, Rule rule) {
    return rule.arguments() == null
        || Arrays.stream(member.getParameterTypes())
            .map(BundledCatalogueTest::name)
            .collect(Collectors.joining(","))
            .equals(rule.arguments());
  }

  private static String name(Class<?> type) {
    return type.isArray() ? name(type.getComponentType()) + "[]" : type.getName();
  }
}
