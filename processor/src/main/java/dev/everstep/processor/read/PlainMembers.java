package dev.everstep.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.text.Mentions;
import dev.everstep.processor.text.Tokens;
import dev.everstep.processor.text.TypeFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the plain methods and fields of a workflow's file do, and what makes objects of its classes:
 * the fingerprint of their text, and of those that they name in turn. By simple names, so two of
 * one name are one. {@link Mentions} has the keys.
 */
public final class PlainMembers {
  private PlainMembers() {}

  /** Returns fingerprints by key. */
  public static Map<String, String> of(AttributedWorkflow workflow) {
    Map<String, TreeSet<String>> texts = new TreeMap<>();
    new Members(workflow, texts).scan(new TreePath(workflow.unit()), null);
    Map<String, Set<String>> named = new HashMap<>();
    texts.forEach(
        (name, all) -> {
          Set<String> names = new TreeSet<>();
          for (String text : all) {
            names.addAll(Mentions.of(List.of(text.split("\\s")), texts.keySet()));
          }
          named.put(name, names);
        });
    Map<String, String> members = new HashMap<>();
    for (String name : texts.keySet()) {
      Set<String> reached = reached(name, named);
      members.put(name, hash(reached, texts));
      if (reached.stream().flatMap(one -> texts.get(one).stream()).anyMatch(Members::throwsOne)) {
        members.put(Mentions.throwing(name), "");
      }
    }
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
  private static final class Members extends TreePathScanner<Void, Void> {
    /** Methods that run where code joins text, compares, iterates or closes. */
    private static final Set<String> UNNAMED =
        Set.of("toString", "equals", "hashCode", "compareTo", "iterator", "close");

    private final AttributedWorkflow workflow;
    private final Map<String, TreeSet<String>> texts;

    Members(AttributedWorkflow workflow, Map<String, TreeSet<String>> texts) {
      this.workflow = workflow;
      this.texts = texts;
    }

    static boolean throwsOne(String text) {
      return List.of(text.split("\\s")).contains("throw");
    }

    @Override
    public Void visitClass(ClassTree tree, Void none) {
      String type = tree.getSimpleName().toString();
      List<String> making = making(tree);
      List<String> constants = new ArrayList<>();
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree field && isConstant(tree, field)) {
          constants.add(text(field));
        }
      }
      for (Tree member : tree.getMembers()) {
        if (member instanceof MethodTree method && isPlain(method)) {
          String name = method.getName().toString();
          add(name, text(method));
          if (UNNAMED.contains(name)) {
            add(Mentions.unnamed(type), text(method));
          }
          if (!constants.isEmpty()) {
            // Its object is one of them.
            constants.forEach(constant -> add(name, constant));
            making.forEach(one -> add(name, one));
          }
        } else if (member instanceof VariableTree field) {
          field(tree, field, making);
        } else if (member instanceof ClassTree) {
          scan(member, none);
        }
      }
      making.forEach(one -> add(Mentions.making(type), one));
      return null;
    }

    /** A record's component is set by its constructor, too, and is known by what that is given. */
    private void field(ClassTree tree, VariableTree field, List<String> making) {
      String name = field.getName().toString();
      if (field.getInitializer() != null) {
        add(name, text(field));
      }
      if (tree.getKind() != Tree.Kind.RECORD) {
        making.stream()
            .filter(one -> List.of(one.split("\\s")).contains(name))
            .forEach(one -> add(name, one));
      }
    }

    /** Returns the texts of constructors and initialisers, of fields too. */
    private List<String> making(ClassTree tree) {
      List<String> all = new ArrayList<>();
      for (Tree member : tree.getMembers()) {
        boolean makes =
            member instanceof BlockTree
                || member instanceof MethodTree method && isConstructor(method)
                || member instanceof VariableTree field
                    && field.getInitializer() != null
                    && !isConstant(tree, field);
        if (makes) {
          all.add(text(member));
        }
      }
      all.removeIf(String::isEmpty);
      if (tree.getExtendsClause() != null) {
        all.add("new " + text(tree.getExtendsClause()));
      }
      return all;
    }

    private static boolean isConstructor(MethodTree method) {
      return method.getReturnType() == null && method.getBody() != null;
    }

    private boolean isConstant(ClassTree tree, VariableTree field) {
      return tree.getKind() == Tree.Kind.ENUM
          && workflow.trees().getElement(new TreePath(getCurrentPath(), field))
              instanceof VariableElement element
          && element.getKind() == javax.lang.model.element.ElementKind.ENUM_CONSTANT;
    }

    /** A durable method is compiled, and a constructor has no name to be called by. */
    private static boolean isPlain(MethodTree method) {
      return method.getBody() != null
          && method.getReturnType() != null
          && method.getParameters().stream()
              .noneMatch(one -> String.valueOf(one.getType()).endsWith("WorkflowContext"));
    }

    private void add(String name, String text) {
      if (!text.isEmpty()) {
        texts.computeIfAbsent(name, one -> new TreeSet<>()).add(text);
      }
    }

    /**
     * Returns the tokens of a tree, and what they take for granted; empty if it was not written.
     */
    private String text(Tree tree) {
      long start = workflow.trees().getSourcePositions().getStartPosition(workflow.unit(), tree);
      long end = workflow.trees().getSourcePositions().getEndPosition(workflow.unit(), tree);
      if (start < 0 || end <= start) {
        return "";
      }
      List<String> tokens = Tokens.of(workflow.source().substring((int) start, (int) end));
      Uses uses = new Uses(workflow);
      uses.scan(new TreePath(getCurrentPath(), tree), null);
      List<String> lines = new ArrayList<>(List.of(String.join(" ", tokens)));
      lines.addAll(uses.constants);
      lines.addAll(TypeFacts.of(uses.types, tokens));
      return lines.stream().collect(Collectors.joining("\n"));
    }
  }

  /** Collects the types of a member's expressions, and the constants that it names. */
  private static final class Uses extends TreePathScanner<Void, Void> {
    private final AttributedWorkflow workflow;
    private final List<TypeMirror> types = new ArrayList<>();
    private final Set<String> constants = new TreeSet<>();

    Uses(AttributedWorkflow workflow) {
      this.workflow = workflow;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void none) {
      if (tree instanceof ExpressionTree && getCurrentPath() != null) {
        TreePath path = new TreePath(getCurrentPath(), tree);
        TypeMirror type = workflow.trees().getTypeMirror(path);
        if (type != null) {
          types.add(type);
        }
        if (workflow.trees().getElement(path) instanceof VariableElement field) {
          String constant = TypeFacts.constant(field);
          if (constant != null) {
            constants.add(constant);
          }
        }
      }
      return super.scan(tree, none);
    }
  }
}
