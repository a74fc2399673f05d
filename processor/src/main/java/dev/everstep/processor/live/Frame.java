package dev.everstep.processor.live;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the variables of a method live: one that is used in a single block is a local of it, all
 * others and the parameters are fields of the frame. A suspension point stores those that the block
 * behind it still reads.
 */
public final class Frame {
  private final Map<Variable, String> fields;
  private final List<Variable> stored;
  private final Map<Site, List<Variable>> live;
  private final Map<Variable, String> names;
  private final Map<Variable, List<String>> former;

  private Frame(
      Map<Variable, String> fields,
      List<Variable> stored,
      Map<Site, List<Variable>> live,
      Map<Variable, String> names,
      Map<Variable, List<String>> former) {
    this.fields = fields;
    this.stored = List.copyOf(stored);
    this.live = live;
    this.names = names;
    this.former = former;
  }

  /** Returns the frame of a method. */
  public static Frame of(Body body, Flow flow) {
    Map<Variable, String> fields = names(lifted(body, flow));
    Liveness liveness = new Liveness(flow);
    Set<Variable> stored = new LinkedHashSet<>(body.parameters());
    Map<Site, List<Variable>> live = new LinkedHashMap<>();
    for (Block block : flow.blocks()) {
      if (block.resumes() != null) {
        Set<Variable> saved = liveness.in(block);
        live.put(block.resumes(), fields.keySet().stream().filter(saved::contains).toList());
      }
    }
    List<Variable> ordered = new ArrayList<>(fields.keySet());
    live.values().forEach(stored::addAll);
    ordered.retainAll(stored);
    return new Frame(fields, ordered, live, storedNames(body, ordered, live), Map.of());
  }

  /**
   * Gives each stored variable the user's name, with a number only if another one of its name is
   * stored at the same point: so a variable that is declared elsewhere in the method renames none.
   */
  private static Map<Variable, String> storedNames(
      Body body, List<Variable> stored, Map<Site, List<Variable>> live) {
    Map<Variable, Set<Variable>> beside = new HashMap<>();
    List<List<Variable>> together = new ArrayList<>(live.values());
    together.add(body.parameters());
    for (List<Variable> point : together) {
      for (Variable variable : point) {
        beside.computeIfAbsent(variable, one -> new HashSet<>()).addAll(point);
      }
    }
    Map<Variable, String> names = new LinkedHashMap<>();
    Map<String, List<Variable>> taken = new HashMap<>();
    for (Variable variable : stored) {
      Set<Variable> others = beside.getOrDefault(variable, Set.of());
      String name = variable.name();
      for (int i = 2;
          taken.getOrDefault(name, List.of()).stream().anyMatch(others::contains);
          i++) {
        name = variable.name() + "_" + i;
      }
      names.put(variable, name);
      taken.computeIfAbsent(name, one -> new ArrayList<>()).add(variable);
    }
    return names;
  }

  /** Returns the same frame whose variables had other names in earlier versions. */
  public Frame renamed(Map<Variable, List<String>> before) {
    return new Frame(fields, stored, live, names, Map.copyOf(before));
  }

  private static Set<Variable> lifted(Body body, Flow flow) {
    Map<Variable, Block> home = new LinkedHashMap<>();
    Set<Variable> shared = new HashSet<>(body.parameters());
    body.parameters().forEach(parameter -> home.put(parameter, flow.blocks().get(0)));
    for (Block block : flow.blocks()) {
      for (Uses uses : Uses.of(block)) {
        for (Variable variable : uses.touched()) {
          Block first = home.putIfAbsent(variable, block);
          if (first != null && first != block) {
            shared.add(variable);
          }
        }
      }
    }
    Set<Variable> lifted = new LinkedHashSet<>(home.keySet());
    lifted.retainAll(shared);
    return lifted;
  }

  /** Gives each the user's name, with a number from the second of a name on. */
  private static Map<Variable, String> names(Set<Variable> variables) {
    Map<Variable, String> names = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    Map<String, Integer> count = new HashMap<>();
    for (Variable variable : variables) {
      String name = variable.name();
      while (!used.add(name)) {
        name = variable.name() + "_" + (count.merge(variable.name(), 1, Integer::sum) + 1);
      }
      names.put(variable, name);
    }
    return names;
  }

  /** Returns whether a variable is a field of the frame. */
  public boolean holds(Variable variable) {
    return fields.containsKey(variable);
  }

  /** Returns the name of a field. */
  public String name(Variable variable) {
    String name = fields.get(variable);
    if (name == null) {
      throw new IllegalArgumentException(variable + " is no field");
    }
    return name;
  }

  /** Returns what a variable is stored as: unique at each point, not in the method. */
  public String storedName(Variable variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalArgumentException(variable + " is not stored");
    }
    return name;
  }

  /** Returns what frames of earlier versions may call a variable, the latest name first. */
  public List<String> former(Variable variable) {
    return former.getOrDefault(variable, List.of());
  }

  /** Returns all fields, the parameters first. */
  public List<Variable> fields() {
    return List.copyOf(fields.keySet());
  }

  /** Returns the fields that are stored somewhere, all parameters first. */
  public List<Variable> stored() {
    return stored;
  }

  /** Returns what a suspension point stores, in the order of {@link #stored()}. */
  public List<Variable> live(Site site) {
    return live.getOrDefault(site, List.of());
  }
}
