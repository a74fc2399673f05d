package dev.everstep.upgrade;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The code of one version where a frame stands: in which class, in runs of which workflow, and what
 * the type parameters of its method are there. As in the engine, frames name methods by the simple
 * name of their class, and those of the workflow's own class without.
 *
 * @param graph of the class whose method the frame is of
 * @param root of the workflow, or of the class itself if it is not about the runs of one
 * @param all of the program
 * @param types the structure of all types that may be stored in the frame
 * @param parameters what the method's type parameters stand for
 */
record Code(
    StepGraph graph,
    StepGraph root,
    StepGraphs all,
    Map<String, StepGraph.Shape> types,
    Map<String, TypeRef> parameters) {
  Code {
    types = Map.copyOf(types);
    parameters = Map.copyOf(parameters);
  }

  /** Returns the code of a class, in which no call has said what type parameters stand for. */
  static Code of(StepGraph graph, StepGraphs all) {
    return new Code(graph, graph, all, graph.types(), Map.of());
  }

  /** Returns the same with more types; of two of a name, this code's. */
  Code and(Map<String, StepGraph.Shape> others) {
    Map<String, StepGraph.Shape> known = new HashMap<>(others);
    known.putAll(types);
    return new Code(graph, root, all, known, parameters);
  }

  /** Returns a type with what type parameters stand for. */
  TypeRef type(StepGraph.Value value) {
    return TypeRef.of(value.type()).with(parameters);
  }

  /** Returns what frames call the method that is called. */
  String stored(StepGraph.Callee callee) {
    return home(callee) + callee.method();
  }

  /** Returns whether frames with a name are of the method that is called. */
  boolean isStored(String name, StepGraph.Callee callee) {
    String home = home(callee);
    return Stream.concat(
            Stream.of(callee.method()),
            method(callee).stream().flatMap(method -> method.former().stream()))
        .anyMatch(one -> name.equals(home + one));
  }

  private Optional<StepGraph.Method> method(StepGraph.Callee callee) {
    return all.ofClass(callee.className()).flatMap(home -> home.method(callee.method()));
  }

  private String home(StepGraph.Callee callee) {
    String name = StepGraphs.canonical(callee.className());
    if (name.equals(StepGraphs.canonical(root.className()))) {
      return "";
    }
    return all.ofClass(callee.className())
            .map(Code::name)
            .orElseGet(() -> name.substring(name.lastIndexOf('.') + 1))
        + ".";
  }

  /** Returns what frames call a class: its stored name, or its name without the package. */
  static String name(StepGraph graph) {
    return graph.kind() == StepGraph.Kind.WORKFLOW
        ? graph.name()
        : StepGraphs.canonical(graph.className().substring(graph.className().lastIndexOf('.') + 1));
  }

  /** Returns the code where the frame of a call stands; null if its class is not here. */
  @Nullable Code inside(StepGraph.Point call) {
    StepGraph.Callee callee = call.callee();
    StepGraph home = callee == null ? null : all.ofClass(callee.className()).orElse(null);
    if (callee == null || home == null) {
      return null;
    }
    Map<String, StepGraph.Shape> known = new HashMap<>(types);
    known.putAll(home.types());
    Map<String, TypeRef> given = new HashMap<>();
    home.method(callee.method())
        .ifPresent(
            method -> {
              int count = Math.min(method.typeParameters().size(), call.typeArguments().size());
              for (int i = 0; i < count; i++) {
                given.put(
                    method.typeParameters().get(i),
                    TypeRef.of(call.typeArguments().get(i)).with(parameters));
              }
            });
    return new Code(home, root, all, known, given);
  }
}
