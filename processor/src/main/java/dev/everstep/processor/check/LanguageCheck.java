package dev.everstep.processor.check;

import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Other languages show javac stubs of their classes, with empty bodies: kapt those of Kotlin, the
 * joint compilation of Groovy its own. What is compiled from such a body is not what was written.
 */
public final class LanguageCheck {
  private LanguageCheck() {}

  /** Reports a class that is not written in Java; returns whether it is not. */
  public static boolean refuses(AttributedWorkflow workflow, Diagnostics diagnostics) {
    TypeElement type = workflow.element();
    String language = language(type);
    if (language == null) {
      return false;
    }
    diagnostics.report(
        Problem.ES095, Places.of(workflow, workflow.tree()), type.getSimpleName(), language);
    return true;
  }

  private static @Nullable String language(TypeElement type) {
    if (type.getAnnotationMirrors().stream()
        .anyMatch(one -> isNamed(one.getAnnotationType(), "kotlin.Metadata"))) {
      return "Kotlin";
    }
    return type.getInterfaces().stream()
            .anyMatch(one -> isNamed((DeclaredType) one, "groovy.lang.GroovyObject"))
        ? "Groovy"
        : null;
  }

  private static boolean isNamed(DeclaredType type, String name) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(name);
  }
}
