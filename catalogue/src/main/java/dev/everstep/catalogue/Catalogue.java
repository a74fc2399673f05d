package dev.everstep.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules, and which of them holds for a call.
 *
 * <p>The most specific one does: of the class itself before its supertypes; of one class an exact
 * overload, then the name, then {@code *}; last the packages, the longest first. Rules that are
 * equally specific hold in the order of the file, and those of a project before those that
 * everybody has. Immutable.
 */
public final class Catalogue {
  private static final String BUNDLED = "nondeterminism.txt";

  private final List<Rule> rules;
  private final Map<String, Rule> exact = new HashMap<>();
  private final Map<String, Rule> packages = new HashMap<>();
  private final List<Rule> scopes;

  private Catalogue(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    List<Rule> exempt = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.verdict() == Verdict.EXEMPT) {
        exempt.add(rule);
      } else if (rule.reach() == Rule.Reach.CLASS) {
        exact.putIfAbsent(rule.api(), rule);
      } else {
        packages.putIfAbsent(rule.api(), rule);
      }
    }
    this.scopes = List.copyOf(exempt);
  }

  /** Returns the catalogue that comes with Everstep. */
  public static Catalogue bundled() {
    try (InputStream in = Catalogue.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException(BUNDLED + " is not beside the classes that read it");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return parse(BUNDLED, List.of(text.split("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param file what a problem names
   * @throws CatalogueException if a line is no rule
   */
  public static Catalogue parse(String file, List<String> lines) {
    return new Catalogue(new RuleReader(file).read(lines));
  }

  /** Returns this catalogue with the rules of a project, which win where both are as specific. */
  public Catalogue with(Catalogue project) {
    List<Rule> all = new ArrayList<>(project.rules);
    all.addAll(rules);
    return new Catalogue(all);
  }

  /** Returns all rules, in the order of the file; a project's first. */
  public List<Rule> rules() {
    return rules;
  }

  /** Returns the rules with {@link Verdict#EXEMPT}. */
  public List<Rule> scopes() {
    return scopes;
  }

  /**
   * Returns the rule for a call; null if there is none.
   *
   * @param owner the binary name of the class that the call names
   * @param name the method's name, or {@code <init>}
   * @param arguments the binary names of the parameter types, separated by commas
   * @param types where supertypes are looked up; a constructor's are not
   */
  public @Nullable Rule call(String owner, String name, String arguments, Types types) {
    Rule own = callOf(owner, name, arguments);
    if (own != null) {
      return own;
    }
    if (!name.equals("<init>")) {
      for (String type : types.supertypes(owner)) {
        Rule inherited = callOf(type, name, arguments);
        if (inherited != null) {
          return inherited;
        }
      }
    }
    return ofPackage(owner, name);
  }

  /** Returns the rule for the read of a static field; null if there is none. */
  public @Nullable Rule field(String owner, String name) {
    return exact.get(owner + "::" + name);
  }

  /** Returns the rule for something that bytecode does, such as {@code putstatic}; null if none. */
  public @Nullable Rule construct(String name) {
    return exact.get("!" + name);
  }

  /** Returns the rule because of which nothing below a method is checked; null if there is none. */
  public @Nullable Rule scope(String owner, String method, Types types) {
    for (Rule rule : scopes) {
      boolean named = rule.member().equals("*") || rule.member().equals(method);
      if (named && isIn(owner, rule, types)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean isIn(String owner, Rule rule, Types types) {
    return switch (rule.reach()) {
      case ANY -> true;
      case CLASS -> owner.equals(rule.owner());
      case SUBTYPES -> owner.equals(rule.owner()) || types.supertypes(owner).contains(rule.owner());
      case PACKAGE -> packageOf(owner).equals(rule.owner());
      case PACKAGES -> owner.startsWith(rule.owner() + ".");
    };
  }

  private @Nullable Rule callOf(String owner, String name, String arguments) {
    String member = owner + "#" + name;
    Rule overload = exact.get(member + "(" + arguments + ")");
    if (overload != null) {
      return overload;
    }
    Rule named = exact.get(member);
    return named != null ? named : exact.get(owner + "#*");
  }

  private @Nullable Rule ofPackage(String owner, String name) {
    String of = packageOf(owner);
    Rule same = packageRule(of + ".*", name);
    while (same == null && !of.isEmpty()) {
      same = packageRule(of + ".**", name);
      of = packageOf(of);
    }
    return same;
  }

  private @Nullable Rule packageRule(String classes, String name) {
    Rule named = packages.get(classes + "#" + name);
    return named != null ? named : packages.get(classes + "#*");
  }

  private static String packageOf(String type) {
    int dot = type.lastIndexOf('.');
    return dot < 0 ? "" : type.substring(0, dot);
  }
}
