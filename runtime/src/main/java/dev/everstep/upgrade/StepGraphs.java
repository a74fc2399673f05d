package dev.everstep.upgrade;

import dev.everstep.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The step graphs of a program: those of its workflows, and those of the classes with durable
 * methods that these call. Immutable.
 */
public final class StepGraphs {
  private static final String COMPILED = "META-INF/everstep";

  private final Map<String, StepGraph> workflows = new TreeMap<>();
  private final Map<String, StepGraph> byClass = new TreeMap<>();

  private StepGraphs(Collection<StepGraph> graphs) {
    for (StepGraph graph : graphs) {
      if (graph.kind() == StepGraph.Kind.WORKFLOW) {
        workflows.put(graph.name(), graph);
      }
      byClass.put(canonical(graph.className()), graph);
    }
  }

  /** Returns a program's step graphs. */
  public static StepGraphs of(Collection<StepGraph> graphs) {
    return new StepGraphs(graphs);
  }

  /**
   * Reads all step graphs of a directory: {@code META-INF/everstep} of class files, or {@code
   * src/main/everstep} of baselines. None if there is no such directory.
   *
   * @throws UnreadableGraphException as {@link StepGraph#read}, and if two are of one workflow
   */
  public static StepGraphs read(Path directory) {
    List<StepGraph> graphs = graphs(directory);
    requireOneOfEach(graphs);
    return of(graphs);
  }

  /**
   * Reads all step graphs of compiled code.
   *
   * @param code jars and directories of classes, or directories of baselines
   * @throws UnreadableGraphException as {@link #read}, and if a jar cannot be read
   */
  public static StepGraphs ofCode(List<Path> code) {
    List<StepGraph> graphs = new ArrayList<>();
    for (Path each : code) {
      if (Files.isDirectory(each.resolve(COMPILED))) {
        graphs.addAll(graphs(each.resolve(COMPILED)));
      } else if (Files.isDirectory(each)) {
        graphs.addAll(graphs(each));
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(each)) {
          graphs.addAll(graphs(jar.getPath(COMPILED)));
        } catch (IOException | ProviderNotFoundException e) {
          throw unreadable("jar", each, e);
        }
      }
    }
    requireOneOfEach(graphs);
    return of(graphs);
  }

  private static List<StepGraph> graphs(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .sorted()
          .map(StepGraph::read)
          .toList();
    } catch (IOException e) {
      throw unreadable("directory", directory, e);
    }
  }

  private static UnreadableGraphException unreadable(String what, Path where, Exception cause) {
    return new UnreadableGraphException(
        ErrorCode.ES630,
        where.toString(),
        "step graphs cannot be read: " + what + "=" + where + ", reason=" + cause + ".",
        cause);
  }

  private static void requireOneOfEach(List<StepGraph> graphs) {
    Map<String, StepGraph> met = new TreeMap<>();
    for (StepGraph graph : graphs) {
      StepGraph other =
          graph.kind() == StepGraph.Kind.WORKFLOW ? met.put(graph.name(), graph) : null;
      if (other != null) {
        throw new UnreadableGraphException(
            ErrorCode.ES630,
            graph.origin(),
            "two step graphs of one workflow: workflow="
                + graph.name()
                + ", files=["
                + other.origin()
                + ", "
                + graph.origin()
                + "]. Delete the one that is out of date; the compiler names the file after the"
                + " workflow.",
            null);
      }
    }
  }

  /** Returns the workflow with a stored name. */
  public Optional<StepGraph> workflow(String name) {
    return Optional.ofNullable(workflows.get(name));
  }

  /** Returns what is known of a class with durable methods. */
  public Optional<StepGraph> ofClass(String className) {
    return Optional.ofNullable(byClass.get(canonical(className)));
  }

  /** Returns all, by the names of their classes. */
  public Collection<StepGraph> all() {
    return Collections.unmodifiableCollection(byClass.values());
  }

  static String canonical(String className) {
    return className.replace('$', '.');
  }
}
