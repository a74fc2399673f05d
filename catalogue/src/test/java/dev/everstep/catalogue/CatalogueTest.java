package dev.everstep.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static final Types TYPES =
      type -> type.equals("app.Sub") ? List.of("app.Base", "java.lang.Object") : List.of();

  @Test
  void theMostSpecificRuleHolds() {
    Catalogue catalogue =
        parse(
            "@group g",
            "@reason why",
            "@use a step",
            "warn app.Base#*",
            "forbid app.Base#run",
            "allow app.Base#run(int,String)",
            "allow app.**#*",
            "allow app.deep.*#*");

    assertThat(verdict(catalogue, "app.Base", "run", "int,java.lang.String"))
        .isEqualTo(Verdict.ALLOW);
    assertThat(verdict(catalogue, "app.Base", "run", "int")).isEqualTo(Verdict.FORBID);
    assertThat(verdict(catalogue, "app.Base", "other", "")).isEqualTo(Verdict.WARN);
    assertThat(verdict(catalogue, "app.Sub", "run", "")).isEqualTo(Verdict.FORBID);
    assertThat(verdict(catalogue, "app.other.Type", "run", "")).isEqualTo(Verdict.ALLOW);
    assertThat(catalogue.call("app.deep.Type", "run", "", TYPES).api()).isEqualTo("app.deep.*#*");
    assertThat(catalogue.call("other.Type", "run", "", TYPES)).isNull();
  }

  @Test
  void aConstructorIsNotInherited() {
    Catalogue catalogue = parse("forbid app.Base#<init> | why");

    assertThat(verdict(catalogue, "app.Base", "<init>", "")).isEqualTo(Verdict.FORBID);
    assertThat(catalogue.call("app.Sub", "<init>", "", TYPES)).isNull();
  }

  @Test
  void aProjectsRulesWin() {
    Catalogue bundled = parse("forbid app.Base#run | why");
    Catalogue project = parse("allow app.Base#run | reads a constant");

    assertThat(verdict(bundled.with(project), "app.Base", "run", "")).isEqualTo(Verdict.ALLOW);
  }

  @Test
  void scopesAreFoundByClassSubclassAndPackage() {
    Catalogue catalogue =
        parse("exempt app.Base+#load | a", "exempt log.**#* | b", "exempt *#<clinit> | c");

    assertThat(catalogue.scope("app.Sub", "load", TYPES)).isNotNull();
    assertThat(catalogue.scope("app.Sub", "store", TYPES)).isNull();
    assertThat(catalogue.scope("log.impl.Writer", "append", TYPES)).isNotNull();
    assertThat(catalogue.scope("logs.Writer", "append", TYPES)).isNull();
    assertThat(catalogue.scope("any.Type", "<clinit>", TYPES)).isNotNull();
  }

  @Test
  void aRuleTakesReasonAndReplacementFromItsGroup() {
    Catalogue catalogue =
        parse("@group g", "@reason why", "@use a step", "forbid a.B#c", "forbid a.B#d | other | -");

    assertThat(catalogue.rules())
        .extracting(Rule::id, Rule::reason, Rule::replacement)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("g/a.B#c", "why", "a step"),
            org.assertj.core.groups.Tuple.tuple("g/a.B#d", "other", "-"));
  }

  @Test
  void aLineThatIsNoRuleIsNamed() {
    assertThatThrownBy(() -> parse("", "deny a.B#c | why"))
        .isInstanceOf(CatalogueException.class)
        .hasMessage("rules.txt:2: deny is no verdict: forbid, replace, warn, allow or exempt");
    assertThatThrownBy(() -> parse("forbid a.B#c"))
        .hasMessage("rules.txt:1: no reason: write one behind |, or an @reason above");
    assertThatThrownBy(() -> parse("forbid a.B | why"))
        .hasMessage("rules.txt:1: a.B has no OWNER#MEMBER");
    assertThatThrownBy(() -> parse("forbid a.*#b | why"))
        .hasMessage("rules.txt:1: a.*#b: whole packages can be allowed or exempt only");
  }

  private static Verdict verdict(Catalogue in, String owner, String name, String arguments) {
    return in.call(owner, name, arguments, TYPES).verdict();
  }

  private static Catalogue parse(String... lines) {
    return Catalogue.parse("rules.txt", List.of(lines));
  }
}
