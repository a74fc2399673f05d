package dev.everstep.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What a class with {@code @Workflow} must be: one entry, and nothing that a crash would lose. */
public final class WorkflowCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final AttributedWorkflow workflow;
  private final Diagnostics diagnostics;

  private WorkflowCheck(AttributedWorkflow workflow, Diagnostics diagnostics) {
    this.workflow = workflow;
    this.diagnostics = diagnostics;
  }

  /** Reports what is wrong with a workflow class and with the way its body uses other members. */
  public static void check(AttributedWorkflow workflow, Diagnostics diagnostics) {
    WorkflowCheck check = new WorkflowCheck(workflow, diagnostics);
    check.type();
    check.fields();
    check.entry();
    uses(workflow, diagnostics);
  }

  /** Reports what is wrong with a class that holds durable methods for workflows. */
  public static void checkShared(AttributedWorkflow type, Diagnostics diagnostics) {
    WorkflowCheck check = new WorkflowCheck(type, diagnostics);
    if (isPrivate(type.element())) {
      check.report(Problem.ES026, type.tree(), type.element().getSimpleName());
    }
    if (ElementFilter.methodsIn(type.element().getEnclosedElements()).stream()
        .noneMatch(method -> DurableMethod.contexts(method) > 0)) {
      check.report(Problem.ES025, type.tree(), type.element().getSimpleName());
    }
    uses(type, diagnostics);
  }

  private static void uses(AttributedWorkflow workflow, Diagnostics diagnostics) {
    new MethodCheck(workflow, diagnostics).check();
    new UseCheck(workflow, diagnostics)
        .scan(new TreePath(new TreePath(workflow.unit()), workflow.tree()), null);
  }

  private void type() {
    TypeElement type = workflow.element();
    String what = null;
    if (type.getKind() != ElementKind.CLASS) {
      what = "not a class";
    } else if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      what = "abstract";
    } else if (!type.getTypeParameters().isEmpty()) {
      what = "generic";
    } else if (type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)) {
      what = "an inner class";
    } else if (isPrivate(type)) {
      what = "private";
    }
    if (what != null) {
      report(Problem.ES004, workflow.tree(), type.getSimpleName(), what);
    }
    if (!NAME.matcher(workflow.name()).matches()) {
      report(Problem.ES006, workflow.tree(), workflow.name());
    }
  }

  private static boolean isPrivate(TypeElement type) {
    return type.getModifiers().contains(Modifier.PRIVATE)
        || type.getEnclosingElement() instanceof TypeElement outer && isPrivate(outer);
  }

  private void fields() {
    for (Tree member : workflow.tree().getMembers()) {
      if (member instanceof VariableTree field) {
        Set<Modifier> modifiers = field.getModifiers().getFlags();
        if (!modifiers.contains(Modifier.FINAL) && !modifiers.contains(Modifier.STATIC)) {
          report(Problem.ES005, field, field.getName());
        }
      }
    }
    inheritedFields(workflow.element().getSuperclass());
  }

  private void inheritedFields(TypeMirror superclass) {
    if (!(superclass instanceof DeclaredType base)) {
      return;
    }
    TypeElement type = (TypeElement) base.asElement();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      Set<Modifier> modifiers = field.getModifiers();
      if (!modifiers.contains(Modifier.FINAL) && !modifiers.contains(Modifier.STATIC)) {
        report(
            Problem.ES005,
            workflow.tree().getExtendsClause(),
            type.getSimpleName() + "." + field.getSimpleName());
      }
    }
    inheritedFields(type.getSuperclass());
  }

  private void entry() {
    List<MethodTree> entries = new ArrayList<>();
    List<MethodTree> hidden = new ArrayList<>();
    for (Tree member : workflow.tree().getMembers()) {
      if (member instanceof MethodTree method && takesContextFirst(method)) {
        Set<Modifier> modifiers = method.getModifiers().getFlags();
        boolean isEntry =
            modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.STATIC);
        (isEntry ? entries : hidden).add(method);
      }
    }
    if (entries.isEmpty() && hidden.isEmpty()) {
      report(Problem.ES001, workflow.tree(), workflow.element().getSimpleName());
    } else if (entries.isEmpty()) {
      for (MethodTree method : hidden) {
        report(Problem.ES002, method, method.getName());
      }
    } else {
      for (MethodTree second : entries.subList(1, entries.size())) {
        report(
            Problem.ES003,
            second,
            workflow.element().getSimpleName(),
            second.getName(),
            entries.get(0).getName(),
            Places.of(workflow, entries.get(0)).line());
      }
    }
  }

  private boolean takesContextFirst(MethodTree method) {
    return workflow.trees().getElement(TreePath.getPath(workflow.unit(), method))
            instanceof ExecutableElement element
        && !element.getParameters().isEmpty()
        && DurableMethod.isContext(element.getParameters().get(0));
  }

  private void report(Problem problem, Tree tree, Object... arguments) {
    diagnostics.report(problem, Places.of(workflow, tree), arguments);
  }
}
