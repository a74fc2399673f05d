package dev.everstep.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a catalogue; the head of {@code nondeterminism.txt} has the grammar. */
final class RuleReader {
  private final String file;
  private final List<Rule> rules = new ArrayList<>();
  private String group = "project";
  private @Nullable String reason;
  private @Nullable String replacement;
  private int line;

  RuleReader(String file) {
    this.file = file;
  }

  List<Rule> read(List<String> lines) {
    for (String each : lines) {
      line++;
      String text = each.strip();
      if (text.startsWith("@")) {
        setting(text);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        rules.add(rule(text));
      }
    }
    return rules;
  }

  private void setting(String text) {
    int blank = text.indexOf(' ');
    String name = blank < 0 ? text : text.substring(0, blank);
    String value = blank < 0 ? "" : text.substring(blank).strip();
    switch (name) {
      case "@group" -> {
        if (value.isEmpty()) {
          throw problem("@group without a name");
        }
        group = value;
        reason = null;
        replacement = null;
      }
      case "@reason" -> reason = orNull(value);
      case "@use" -> replacement = orNull(value);
      default -> throw problem(name + " is none of @group, @reason, @use");
    }
  }

  private Rule rule(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length > 3) {
      throw problem("more than VERDICT TARGET [ATTR ...] | REASON | REPLACEMENT");
    }
    String[] words = words(parts[0]);
    if (words.length < 2) {
      throw problem("a rule is VERDICT OWNER#MEMBER [ATTR ...] [| REASON [| REPLACEMENT]]");
    }
    Verdict verdict = verdict(words[0]);
    Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    int since = 0;
    int until = 0;
    for (int i = 2; i < words.length; i++) {
      if (words[i].startsWith("since=")) {
        since = release(words[i]);
      } else if (words[i].startsWith("until=")) {
        until = release(words[i]);
      } else {
        attributes.add(attribute(words[i]));
      }
    }
    String why = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : reason;
    String use = parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : replacement;
    if (why == null) {
      throw problem("no reason: write one behind |, or an @reason above");
    }
    return target(words[1], verdict, attributes, since, until, why, use);
  }

  // Without a pattern: the agent reads the catalogue while its process starts.
  private static String[] words(String text) {
    StringTokenizer words = new StringTokenizer(text);
    String[] all = new String[words.countTokens()];
    for (int i = 0; i < all.length; i++) {
      all[i] = words.nextToken();
    }
    return all;
  }

  private Rule target(
      String text,
      Verdict verdict,
      Set<Attribute> attributes,
      int since,
      int until,
      String why,
      @Nullable String use) {
    Rule.Kind kind;
    String owner;
    String member;
    String arguments = null;
    if (text.startsWith("!")) {
      kind = Rule.Kind.CONSTRUCT;
      owner = "";
      member = text.substring(1);
    } else if (text.contains("::")) {
      kind = Rule.Kind.FIELD;
      owner = text.substring(0, text.indexOf("::"));
      member = text.substring(text.indexOf("::") + 2);
    } else {
      int hash = text.indexOf('#');
      if (hash < 1) {
        throw problem(text + " has no OWNER#MEMBER");
      }
      kind = Rule.Kind.CALL;
      owner = text.substring(0, hash);
      member = text.substring(hash + 1);
      int open = member.indexOf('(');
      if (open >= 0) {
        if (!member.endsWith(")")) {
          throw problem(text + " has no closing parenthesis");
        }
        arguments = arguments(member.substring(open + 1, member.length() - 1));
        member = member.substring(0, open);
      }
    }
    if (member.isEmpty()) {
      throw problem(text + " names no member");
    }
    Rule.Reach reach = Rule.Reach.CLASS;
    if (owner.equals("*")) {
      reach = Rule.Reach.ANY;
    } else if (owner.endsWith(".**")) {
      reach = Rule.Reach.PACKAGES;
      owner = owner.substring(0, owner.length() - 3);
    } else if (owner.endsWith(".*")) {
      reach = Rule.Reach.PACKAGE;
      owner = owner.substring(0, owner.length() - 2);
    } else if (owner.endsWith("+")) {
      reach = Rule.Reach.SUBTYPES;
      owner = owner.substring(0, owner.length() - 1);
    }
    boolean whole = reach == Rule.Reach.PACKAGE || reach == Rule.Reach.PACKAGES;
    if (whole && verdict != Verdict.ALLOW && verdict != Verdict.EXEMPT) {
      throw problem(text + ": whole packages can be allowed or exempt only");
    }
    if (reach == Rule.Reach.SUBTYPES && verdict != Verdict.EXEMPT) {
      throw problem(text + ": a + is for exempt only; other rules hold for overriders anyhow");
    }
    return new Rule(
        verdict,
        group,
        kind,
        owner,
        reach,
        member,
        arguments,
        attributes,
        since,
        until,
        why,
        use,
        line);
  }

  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  /** Adds the package to types of java.lang, which may leave it off. */
  private static String arguments(String text) {
    if (text.isEmpty()) {
      return "";
    }
    List<String> types = new ArrayList<>();
    for (String type : text.split(",")) {
      String element = type.replace("[]", "");
      boolean complete = element.contains(".") || PRIMITIVES.contains(element);
      types.add(complete ? type : "java.lang." + type);
    }
    return String.join(",", types);
  }

  private Verdict verdict(String word) {
    for (Verdict each : Verdict.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw problem(word + " is no verdict: forbid, replace, warn, allow or exempt");
  }

  private Attribute attribute(String word) {
    for (Attribute each : Attribute.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw problem(word + " is no attribute");
  }

  private int release(String word) {
    try {
      return Integer.parseInt(word.substring(word.indexOf('=') + 1));
    } catch (NumberFormatException e) {
      throw problem(word + " is no release of the JDK");
    }
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() || value.equals("-") ? null : value;
  }

  private CatalogueException problem(String what) {
    return new CatalogueException(file, line, what);
  }
}
