package dev.everstep.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What stands behind the name of the jar. */
class OptionsTest {
  private static final List<Rule> RULES =
      Catalogue.parse(
              "rules.txt",
              List.of(
                  "@group time",
                  "forbid a.Clock#now() | reads the clock",
                  "warn a.Clock#zone | depends",
                  "allow a.Clock#fixed | is fixed"))
          .rules();

  private static List<Options.Severity> severities(String text) {
    Options options = Options.parse(text);
    return RULES.stream().map(options::severity).toList();
  }

  @Test
  void forbidsByDefault() {
    assertThat(Options.parse(null).mode()).isEqualTo(Options.Mode.FORBID);
    assertThat(severities(""))
        .containsExactly(Options.Severity.FORBID, Options.Severity.WARN, Options.Severity.OFF);
  }

  @Test
  void warnsOfWhatItWouldForbid() {
    assertThat(severities("warn"))
        .containsExactly(Options.Severity.WARN, Options.Severity.WARN, Options.Severity.OFF);
  }

  @Test
  void raisesAndLowersGroups() {
    assertThat(severities("mode=forbid,severity.time=warn"))
        .containsExactly(Options.Severity.WARN, Options.Severity.WARN, Options.Severity.OFF);
    assertThat(severities("severity.time=forbid"))
        .containsExactly(Options.Severity.FORBID, Options.Severity.FORBID, Options.Severity.OFF);
    assertThat(severities("severity.time=off")).containsOnly(Options.Severity.OFF);
  }

  @Test
  void allowsAsReportsNameCallsOrWithoutOverloadOrMember() {
    for (String allowed : List.of("a.Clock#now()", "a.Clock#now", "a.Clock")) {
      assertThat(severities("allow=" + allowed)).first().isEqualTo(Options.Severity.OFF);
    }
    assertThat(severities("allow=a.Clock#no")).first().isEqualTo(Options.Severity.FORBID);
  }

  @Test
  void looksIntoWhatIsSkippedByDefault() {
    assertThat(Options.parse("skip=com.acme.;org.acme.").skip())
        .contains("org.hibernate.", "com.acme.", "org.acme.");
    assertThat(Options.parse("look=org.hibernate.").skip()).doesNotContain("org.hibernate.");
    assertThat(Options.parse("look=org.").skip()).noneMatch(each -> each.startsWith("org."));
  }

  @Test
  void takesCallsWithSeveralArgumentsAsReportsWriteThem() {
    Options options = Options.parse("allow=a.B#c(String,int);a.D#e(java.lang.String),mode=warn");

    assertThat(options.mode()).isEqualTo(Options.Mode.WARN);
    assertThat(options.allows("a.B#c(java.lang.String,int)")).isTrue();
    assertThat(options.allows("a.D#e(String)")).isTrue();
    assertThat(options.allows("a.B#c(int)")).isFalse();
  }

  @Test
  void nothingBehindAnOptionMeansNothing() {
    Options options = Options.parse("skip=,app=;,allow= ,look=");

    assertThat(options.skip()).isEqualTo(Options.parse("").skip()).doesNotContain("");
    assertThat(options.applications()).isEmpty();
    assertThat(options.allow()).isEmpty();
  }

  @Test
  void refusesGroupsThatThereAreNot() {
    TreeSet<String> groups = new TreeSet<>(List.of("order", "time"));

    Options.parse("severity.time=off").require(groups);
    assertThatThrownBy(() -> Options.parse("severity.tiem=off").require(groups))
        .hasMessage("severity.tiem: there is no such group of calls; there are [order, time]");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Options.parse("loud"))
        .hasMessage("mode=loud is none of forbid, warn, off");
    assertThatThrownBy(() -> Options.parse("colour=red"))
        .hasMessage(
            "no option colour; there are mode, allow, skip, look, app, rules and severity.<group>");
  }
}
