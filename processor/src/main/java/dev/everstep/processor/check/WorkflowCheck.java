package dev.everstep.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What a class with {@code @Workflow} must be: one entry, and nothing that a crash would lose. */
public final class WorkflowCheck {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final String CONTEXT = "dev.everstep.WorkflowContext";

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
  }

  private void entry() {
    ClassTree type = workflow.tree();
    List<MethodTree> entries = new ArrayList<>();
    List<MethodTree> hidden = new ArrayList<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method && takesContextFirst(method)) {
        Set<Modifier> modifiers = method.getModifiers().getFlags();
        boolean isEntry =
            modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.STATIC);
        (isEntry ? entries : hidden).add(method);
      }
    }
    if (entries.isEmpty() && hidden.isEmpty()) {
      report(Problem.ES001, type, type.getSimpleName());
    } else if (entries.isEmpty()) {
      for (MethodTree method : hidden) {
        report(Problem.ES002, method, method.getName());
      }
    } else {
      for (MethodTree helper : hidden) {
        report(Problem.ES008, helper, helper.getName());
      }
      for (MethodTree second : entries.subList(1, entries.size())) {
        report(
            Problem.ES003,
            second,
            type.getSimpleName(),
            second.getName(),
            entries.get(0).getName(),
            workflow
                .unit()
                .getLineMap()
                .getLineNumber(Places.of(workflow, entries.get(0)).position()));
      }
    }
  }

  private boolean takesContextFirst(MethodTree method) {
    if (method.getParameters().isEmpty()) {
      return false;
    }
    TypeMirror first =
        workflow
            .trees()
            .getTypeMirror(
                TreePath.getPath(workflow.unit(), method.getParameters().get(0).getType()));
    return first != null && first.toString().equals(CONTEXT);
  }

  private void report(Problem problem, Tree tree, Object... arguments) {
    diagnostics.report(problem, Places.of(workflow, tree), arguments);
  }
}
