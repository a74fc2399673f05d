package dev.everstep.agent;

import dev.everstep.catalogue.Catalogue;
import dev.everstep.catalogue.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The methods below which nothing is the body's doing: class loading, logging and the like.
 * Thread-safe.
 */
final class Scopes {
  private static final String ALL = "*";

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> wholePackages = new ArrayList<>();
  private final Set<String> everywhere = new HashSet<>();
  private final ClassValue<Set<String>> methods =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          return of(type);
        }
      };

  Scopes(Catalogue catalogue) {
    for (Rule rule : catalogue.scopes()) {
      if (rule.reach() == Rule.Reach.ANY) {
        everywhere.add(rule.member());
      } else {
        rules.add(rule);
        if (rule.reach() == Rule.Reach.PACKAGES && rule.member().equals(ALL)) {
          wholePackages.add(rule.owner() + ".");
        }
      }
    }
  }

  /** Returns whether nothing below a method counts. */
  boolean contains(Class<?> type, String method) {
    Set<String> names = methods.get(type);
    return everywhere.contains(method) || names.contains(method) || names.contains(ALL);
  }

  /** Returns whether nothing in a class counts, by its binary name alone. */
  boolean containsPackageOf(String type) {
    for (String prefix : wholePackages) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> of(Class<?> type) {
    Set<String> found = new HashSet<>();
    if (type.getClassLoader() == null && !type.getModule().isNamed()) {
      found.add(ALL); // a helper of another agent
    }
    for (Rule rule : rules) {
      boolean is =
          switch (rule.reach()) {
            case CLASS -> type.getName().equals(rule.owner());
            case SUBTYPES -> isA(type, rule.owner());
            default -> isInPackage(type.getName(), rule);
          };
      if (is) {
        found.add(rule.member());
      }
    }
    return found.isEmpty() ? Set.of() : found;
  }

  private static boolean isInPackage(String type, Rule rule) {
    if (!type.startsWith(rule.owner() + ".")) {
      return false;
    }
    return switch (rule.reach()) {
      case PACKAGES -> true;
      case PACKAGE -> type.lastIndexOf('.') == rule.owner().length();
      default -> false;
    };
  }

  private static boolean isA(Class<?> type, String name) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.getName().equals(name)) {
        return true;
      }
      for (Class<?> one : each.getInterfaces()) {
        if (isA(one, name)) {
          return true;
        }
      }
    }
    return false;
  }
}
