package dev.everstep.processor.check;

import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.DurableMethod;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * A run executes the machines of its workflow's class, whatever the class of its object is, so a
 * subclass must not override what they are made of. A subclass that is a workflow itself has
 * machines of its own. Works on the host's elements, since a subclass has no annotation.
 */
public final class OverrideCheck {
  private final Elements elements;
  private final Messager messager;

  /** Creates a check that reports through the host. */
  public OverrideCheck(Elements elements, Messager messager) {
    this.elements = elements;
    this.messager = messager;
  }

  /** Reports the methods of classes, and of their members, that override durable methods. */
  public void check(Set<? extends Element> classes) {
    for (TypeElement type : ElementFilter.typesIn(classes)) {
      if (!DurableMethod.isWorkflow(type)) {
        check(type);
      }
      check(Set.copyOf(type.getEnclosedElements()));
    }
  }

  private void check(TypeElement type) {
    List<ExecutableElement> candidates =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(method -> DurableMethod.contexts(method) > 0)
            .toList();
    TypeElement base = candidates.isEmpty() ? null : superclass(type);
    for (; base != null; base = superclass(base)) {
      if (DurableMethod.isWorkflow(base)) {
        for (ExecutableElement method : candidates) {
          check(type, method, base);
        }
      }
    }
  }

  private void check(TypeElement type, ExecutableElement method, TypeElement workflow) {
    for (DurableMethod durable : DurableMethod.of(workflow)) {
      if (elements.overrides(method, durable.element(), type)) {
        messager.printMessage(
            Diagnostic.Kind.ERROR,
            Problem.ES029.message(durable.name(), workflow.getSimpleName()),
            method);
      }
    }
  }

  private static TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType base
        ? (TypeElement) base.asElement()
        : null;
  }
}
