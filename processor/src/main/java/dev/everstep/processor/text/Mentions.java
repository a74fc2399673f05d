package dev.everstep.processor.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which members a text names. A class is known by its simple name: {@link #making} stands for what
 * runs when an object of it is made, {@link #unnamed} for the methods that Java calls by itself.
 */
public final class Mentions {
  private Mentions() {}

  /** Returns the key of the constructors and initialisers of a class. */
  public static String making(String type) {
    return "new " + type;
  }

  /** Returns the key of the methods of a class that run though no code names them. */
  public static String unnamed(String type) {
    return "of " + type;
  }

  /** Returns the key that says that a method may throw an exception of its own. */
  public static String throwing(String method) {
    return "throws " + method;
  }

  /** Returns those of the keys that stand for something in a text. */
  public static SortedSet<String> of(List<String> tokens, Set<String> keys) {
    Set<String> distinct = new HashSet<>(tokens);
    boolean makes = distinct.contains("new");
    SortedSet<String> named = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
      add(token, keys, named);
      add(unnamed(token), keys, named);
      if (makes || called) {
        add(making(token), keys, named);
      }
    }
    return named;
  }

  private static void add(String key, Set<String> keys, Set<String> to) {
    if (keys.contains(key)) {
      to.add(key);
    }
  }
}
