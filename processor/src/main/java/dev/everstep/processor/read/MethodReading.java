package dev.everstep.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** What the readers of one method share. */
final class MethodReading {
  private final AttributedWorkflow from;
  private final Diagnostics diagnostics;
  private final Facts facts;
  private final Scope scope = new Scope();
  private final LocalTypes localTypes = new LocalTypes();
  private final Denotable denotable;
  private final Element context;
  private final TypeMirror result;
  private final Set<Element> assigned;
  private final Map<Element, Piece.Inner> inner = new HashMap<>();
  private final Set<String> innerNames = new HashSet<>();

  MethodReading(
      AttributedWorkflow from, MethodTree method, DurableMethod durable, Diagnostics diagnostics) {
    this.from = from;
    this.diagnostics = diagnostics;
    this.facts = new Facts(from, method);
    this.denotable = new Denotable(from.types());
    this.context = element(method.getParameters().get(durable.contextIndex()));
    this.assigned = Set.copyOf(facts.assignments(method).keySet());
    this.result =
        method.getReturnType() == null
            ? from.types().getNoType(TypeKind.VOID)
            : facts.type(method.getReturnType());
  }

  Facts facts() {
    return facts;
  }

  Scope scope() {
    return scope;
  }

  Types types() {
    return from.types();
  }

  /** Returns the types that the method's statements declare. */
  LocalTypes localTypes() {
    return localTypes;
  }

  String source() {
    return from.source();
  }

  TypeElement workflow() {
    return from.element();
  }

  Element context() {
    return context;
  }

  /** Returns the method's result type. */
  TypeMirror result() {
    return result;
  }

  /** Returns every name declared inside plain code. */
  Set<String> innerNames() {
    return innerNames;
  }

  void report(Problem problem, Tree at, Object... arguments) {
    diagnostics.report(problem, facts.place(at), arguments);
  }

  /** Returns the type of an expression, in a form that can be declared. */
  TypeMirror type(Tree tree) {
    return denotable.of(facts.type(tree));
  }

  TypeMirror denotable(TypeMirror type) {
    return denotable.of(type);
  }

  /** Returns the declared variable's element. */
  Element element(VariableTree tree) {
    Element element = facts.element(tree);
    if (element == null) {
      throw new IllegalStateException("no element for " + tree);
    }
    return element;
  }

  /** Declares a variable that the compiler may move to the frame. */
  Variable declare(Variable.Kind kind, VariableTree tree, Element element) {
    Variable known = scope.variable(element);
    if (known != null) {
      return known;
    }
    Variable variable =
        new Variable(
            kind, tree.getName().toString(), denotable.of(element.asType()), facts.namePlace(tree));
    scope.declare(element, variable);
    return variable;
  }

  /** Declares a local of plain code; returns how it is written. */
  Piece.Inner declareInner(@Nullable Element element, String name, Place place) {
    Piece.Inner piece = new Piece.Inner(name, place);
    if (element != null) {
      inner.put(element, piece);
    }
    innerNames.add(name);
    return piece;
  }

  /** Returns how a local of plain code is written; null if it is none. */
  Piece.@Nullable Inner inner(VariableElement element) {
    return inner.get(element);
  }

  boolean isContext(ExpressionTree tree) {
    return context.equals(facts.named(tree));
  }

  boolean isSubclass(TypeElement type, TypeElement of) {
    return types().isSubtype(types().erasure(type.asType()), types().erasure(of.asType()));
  }

  /**
   * Returns whether a returned value must be converted before it is boxed: the method's type is
   * primitive, or a box, and the value's is another or depends on where it is used.
   */
  boolean returnsOtherThan(ExpressionTree value) {
    TypeMirror to = unboxed(result);
    if (!to.getKind().isPrimitive()) {
      return false;
    }
    if (!result.getKind().isPrimitive()) { // a constant may become a narrower box
      return facts.type(value).getKind().isPrimitive() && !isSameUnboxed(facts.type(value), to);
    }
    Tree.Kind kind = Facts.strip(value).getKind();
    return kind == Tree.Kind.CONDITIONAL_EXPRESSION
        || kind == Tree.Kind.SWITCH_EXPRESSION
        || !isSameUnboxed(facts.type(value), result);
  }

  /** Returns what a returned value is converted to then. */
  TypeMirror converted() {
    return unboxed(result);
  }

  /** Returns whether two types are the same but for boxing. */
  boolean isSameUnboxed(TypeMirror left, TypeMirror right) {
    return types().isSameType(unboxed(left), unboxed(right));
  }

  /** Returns the primitive type that a box holds; other types as they are. */
  TypeMirror unboxed(TypeMirror type) {
    try {
      return types().unboxedType(type);
    } catch (IllegalArgumentException notABox) {
      return type;
    }
  }

  /** Returns whether a variable is assigned anywhere but in its declaration. */
  boolean isReassigned(Element element) {
    return assigned.contains(element);
  }

  boolean isSubtypeOf(TypeMirror type, String name) {
    TypeElement wanted = from.elements().getTypeElement(name);
    return types().isSubtype(types().erasure(type), types().erasure(wanted.asType()));
  }

  /** Returns a class of the JDK as a type. */
  TypeMirror typeNamed(String name) {
    return from.elements().getTypeElement(name).asType();
  }

  /** Returns {@code List} of a type. */
  TypeMirror listOf(TypeMirror element) {
    return types().getDeclaredType(from.elements().getTypeElement("java.util.List"), element);
  }

  /** Returns what an {@code Iterable} type gives, {@code Object} if it is raw. */
  TypeMirror elementOf(TypeMirror iterable) {
    if (iterable instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Iterable")) {
      return declared.getTypeArguments().isEmpty()
          ? from.elements().getTypeElement("java.lang.Object").asType()
          : bound(declared.getTypeArguments().get(0));
    }
    return types().directSupertypes(iterable).stream()
        .filter(type -> isSubtypeOf(type, "java.lang.Iterable"))
        .findFirst()
        .map(this::elementOf)
        .orElseThrow();
  }

  private TypeMirror bound(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? from.elements().getTypeElement("java.lang.Object").asType()
          : wildcard.getExtendsBound();
    }
    return denotable.of(argument);
  }

  /** Returns the code of a tree that does not suspend. */
  Code splice(Tree tree) {
    return new Splicer(this, Map.of(), false).splice(tree);
  }

  /** Returns the code of a case up to its colon or arrow. */
  Code spliceLabel(CaseTree tree, CaseLabels labels) {
    return new Splicer(this, labels.rest(), false).spliceLabel(tree, labels.end());
  }

  /** Returns the code of a tree with holes for some of its parts. */
  Code splice(Tree tree, List<? extends Tree> operands) {
    Map<Tree, Integer> holes = new IdentityHashMap<>();
    for (Tree operand : operands) {
      holes.put(operand, holes.size());
    }
    return new Splicer(this, holes, false).splice(tree);
  }
}
