package dev.everstep.processor.origin;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import dev.everstep.processor.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which variables hold objects that can change, which of them may hold the same one, and which
 * statements may change it. Two that stand in one statement may hold the same from there on, and
 * each statement that names one may change its object, but for a few that only read.
 *
 * <p>A step gets and gives copies, so it changes nothing; a durable method gets the objects
 * themselves.
 */
final class Mutability {
  private static final Set<String> FIXED =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Void",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.util.UUID",
          "java.net.URI");

  private static final String READING =
      "(?s)\\s*\\.\\s*(size|isEmpty|length|contains|containsKey|containsValue|indexOf|hashCode"
          + "|toString|equals)\\b.*";
  private static final String PARTS =
      "(?s)\\s*\\.\\s*(get|getOrDefault|getFirst|getLast|first|last|peek|element|stream)\\s*\\(.*";

  private final Map<Variable, Variable> same = new HashMap<>();
  private final Map<Variable, Boolean> fixed = new HashMap<>();

  Mutability(Program program) {
    for (Node node : program.order()) {
      for (Part part : node.parts()) {
        join(part, node.block(), program);
      }
    }
  }

  private void join(Part part, Block block, Program program) {
    if (part.suspends() != null && !(part.suspends().call() instanceof Site.Helper)) {
      part.codes().forEach(code -> join(variables(code)));
      return;
    }
    Set<Variable> together = new LinkedHashSet<>();
    part.codes().forEach(code -> together.addAll(variables(code)));
    if (part.sets() != null) {
      together.add(part.sets());
    }
    together.addAll(part.bindings());
    if (takes(part) && block.resumes() != null) {
      together.addAll(given(block.resumes(), program));
    }
    join(together);
  }

  private static boolean takes(Part part) {
    return part.codes().stream()
        .flatMap(code -> code.pieces().stream())
        .anyMatch(Piece.Take.class::isInstance);
  }

  /** Returns the variables whose objects a durable method gets, and so may return. */
  private static Set<Variable> given(Site site, Program program) {
    Set<Variable> given = new LinkedHashSet<>();
    if (site.call() instanceof Site.Helper) {
      for (Block block : program.flow().blocks()) {
        if (block.end() instanceof Terminator.Suspend suspend && suspend.site().equals(site)) {
          suspend.arguments().forEach(argument -> given.addAll(variables(argument)));
        }
      }
    }
    return given;
  }

  private static Set<Variable> variables(Code code) {
    return new LinkedHashSet<>(PartText.of(List.of(code), Map.of()).variables());
  }

  private void join(Set<Variable> together) {
    Variable first = null;
    for (Variable variable : together) {
      if (isFixed(variable)) {
        continue;
      }
      if (first == null) {
        first = root(variable);
      } else {
        same.put(root(variable), first);
      }
      same.putIfAbsent(first, first);
    }
  }

  private Variable root(Variable variable) {
    Variable at = variable;
    while (same.getOrDefault(at, at) != at) {
      at = same.get(at);
    }
    return at;
  }

  /**
   * Returns what stands for the objects that a variable may share with others; null if what it
   * holds cannot change.
   */
  @Nullable Object objects(Variable variable) {
    return isFixed(variable) ? null : new Objects(root(variable));
  }

  /** Objects that may be the same. */
  private record Objects(Variable of) {}

  /** Returns the objects that a statement may change. */
  Set<Object> changed(Part part) {
    Set<Object> changed = new LinkedHashSet<>();
    boolean step = part.suspends() != null && !(part.suspends().call() instanceof Site.Helper);
    for (Code code : part.codes()) {
      if (!isHarmless(code, part, step)) {
        change(code, changed);
      }
    }
    return changed;
  }

  private static boolean isHarmless(Code code, Part part, boolean step) {
    List<Piece> pieces = code.pieces();
    boolean plain = pieces.size() == 1 && pieces.get(0) instanceof Piece.Read;
    return plain && (step || part.sets() != null || part.choice());
  }

  private void change(Code code, Set<Object> changed) {
    List<Piece> pieces = code.pieces();
    boolean logs = logs(pieces);
    int depth = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Text text) {
        depth += depth(text.text());
      }
      Variable variable = variable(pieces.get(i));
      if (variable == null || isFixed(variable)) {
        continue;
      }
      boolean reads = pieces.get(i) instanceof Piece.Read || pieces.get(i) instanceof Piece.Capture;
      String next =
          i + 1 < pieces.size() && pieces.get(i + 1) instanceof Piece.Text text ? text.text() : "";
      if (reads && logs && depth == 1 && next.matches("(?s)\\s*[,)+].*")) {
        continue; // What is logged is only read.
      }
      if (reads ? !onlyReads(variable.type(), next) : !(pieces.get(i) instanceof Piece.Write)) {
        changed.add(new Objects(root(variable)));
      }
    }
  }

  private static boolean logs(List<Piece> pieces) {
    return pieces.size() > 1
        && pieces.get(0) instanceof Piece.Context
        && pieces.get(1) instanceof Piece.Text text
        && text.text().strip().startsWith(".log()");
  }

  /** Returns how many more parentheses a text opens than it closes. */
  private static int depth(String text) {
    List<String> tokens = Tokens.of(text);
    return Collections.frequency(tokens, "(") - Collections.frequency(tokens, ")");
  }

  private static @Nullable Variable variable(Piece piece) {
    if (piece instanceof Piece.Read one) {
      return one.variable();
    } else if (piece instanceof Piece.Capture one) {
      return one.variable();
    } else if (piece instanceof Piece.Update one) {
      return one.variable();
    } else if (piece instanceof Piece.Write one) {
      return one.variable();
    }
    return null;
  }

  /**
   * Returns whether what stands behind a variable asks its object only for what cannot change it.
   */
  private boolean onlyReads(TypeMirror type, String next) {
    if (type.getKind() == TypeKind.ARRAY) {
      return next.matches("(?s)\\s*\\.\\s*length\\b.*");
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    if (element.getKind() == ElementKind.RECORD) {
      return element.getRecordComponents().stream()
          .filter(component -> isFixed(component.asType(), new HashSet<>()))
          .anyMatch(
              component ->
                  next.matches("(?s)\\s*\\.\\s*" + component.getSimpleName() + "\\s*\\(\\s*\\).*"));
    }
    if (!element.getQualifiedName().toString().startsWith("java.util.")) {
      return false;
    }
    return next.matches(READING)
        || next.matches(PARTS)
            && declared.getTypeArguments().stream().allMatch(one -> isFixed(one, new HashSet<>()));
  }

  private boolean isFixed(Variable variable) {
    return fixed.computeIfAbsent(variable, one -> isFixed(one.type(), new HashSet<>()));
  }

  private static boolean isFixed(TypeMirror type, Set<String> open) {
    if (type.getKind().isPrimitive() || type.getKind() == TypeKind.NULL) {
      return true;
    }
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement element = (TypeElement) declared.asElement();
    String name = element.getQualifiedName().toString();
    if (FIXED.contains(name)
        || name.startsWith("java.time.")
        || element.getKind() == ElementKind.ENUM
        || !open.add(declared.toString())) {
      return true;
    }
    boolean arguments = declared.getTypeArguments().stream().allMatch(one -> isFixed(one, open));
    if (name.equals("java.util.Optional")) {
      return arguments;
    }
    if (element.getKind() == ElementKind.RECORD) {
      return arguments && components(element, open);
    }
    return element.getModifiers().contains(Modifier.SEALED)
        && element.getKind() == ElementKind.INTERFACE
        && element.getPermittedSubclasses().stream().allMatch(one -> isFixed(one, open));
  }

  /** Returns whether a record is made of what cannot change; its parameters are known to be. */
  private static boolean components(TypeElement element, Set<String> open) {
    List<TypeMirror> types = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      types.add(component.asType());
    }
    return types.stream().allMatch(one -> one.getKind() == TypeKind.TYPEVAR || isFixed(one, open));
  }
}
