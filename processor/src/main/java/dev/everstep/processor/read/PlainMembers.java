package dev.everstep.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.text.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the plain methods and initialised fields of a workflow's file do: the fingerprint of their
 * text, and of those that they name in turn. By simple names, so two of one name are one.
 */
public final class PlainMembers {
  private PlainMembers() {}

  /** Returns fingerprints by name. */
  public static Map<String, String> of(AttributedWorkflow workflow) {
    Map<String, TreeSet<String>> texts = new TreeMap<>();
    new Members(workflow, texts).scan(workflow.unit().getTypeDecls(), null);
    Map<String, Set<String>> named = new HashMap<>();
    texts.forEach(
        (name, all) -> {
          Set<String> names = new TreeSet<>();
          for (String text : all) {
            names.addAll(List.of(text.split(" ")));
          }
          names.retainAll(texts.keySet());
          named.put(name, names);
        });
    Map<String, String> members = new HashMap<>();
    texts.keySet().forEach(name -> members.put(name, hash(reached(name, named), texts)));
    return members;
  }

  private static Set<String> reached(String name, Map<String, Set<String>> named) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String one = open.pop();
      if (reached.add(one)) {
        open.addAll(named.getOrDefault(one, Set.of()));
      }
    }
    return reached;
  }

  private static String hash(Set<String> names, Map<String, TreeSet<String>> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : names) {
        for (String text : texts.getOrDefault(name, new TreeSet<>())) {
          digest.update((name + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Collects the texts of members; what is inside of one belongs to it. */
  private static final class Members extends TreeScanner<Void, Void> {
    private final AttributedWorkflow workflow;
    private final Map<String, TreeSet<String>> texts;

    Members(AttributedWorkflow workflow, Map<String, TreeSet<String>> texts) {
      this.workflow = workflow;
      this.texts = texts;
    }

    @Override
    public Void visitClass(ClassTree tree, Void none) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof MethodTree method && isPlain(method)) {
          add(method.getName().toString(), method);
        } else if (member instanceof VariableTree field && field.getInitializer() != null) {
          add(field.getName().toString(), field);
        } else if (member instanceof ClassTree inner) {
          visitClass(inner, none);
        }
      }
      return null;
    }

    /** A durable method is compiled, and a constructor has no name to be called by. */
    private static boolean isPlain(MethodTree method) {
      return method.getBody() != null
          && method.getReturnType() != null
          && method.getParameters().stream()
              .noneMatch(one -> String.valueOf(one.getType()).endsWith("WorkflowContext"));
    }

    private void add(String name, Tree tree) {
      long start = workflow.trees().getSourcePositions().getStartPosition(workflow.unit(), tree);
      long end = workflow.trees().getSourcePositions().getEndPosition(workflow.unit(), tree);
      if (start >= 0 && end > start) {
        texts
            .computeIfAbsent(name, one -> new TreeSet<>())
            .add(Tokens.line(workflow.source().substring((int) start, (int) end)));
      }
    }
  }
}
