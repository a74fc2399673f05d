package dev.everstep.processor.check;

import dev.everstep.annotations.Function;
import dev.everstep.processor.diagnostic.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What a function must be, said where it is declared: a method reference names it, so it has one
 * method and one type; and its settings make sense. Works on the host's elements, whose
 * declarations need no attribution.
 */
public final class FunctionCheck {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
  private static final int ATTEMPTS_MAX = 1_000_000;

  private final Messager messager;
  private final Set<Element> checked = new HashSet<>();

  /** Creates a check that reports through the host. */
  public FunctionCheck(Messager messager) {
    this.messager = messager;
  }

  /** Reports what is wrong with a method or class that is annotated with {@code @Function}. */
  public void check(Element annotated) {
    Function function = annotated.getAnnotation(Function.class);
    if (function != null) {
      settings(annotated, function);
    }
    if (annotated instanceof ExecutableElement method) {
      function(method);
    } else {
      for (ExecutableElement method : ElementFilter.methodsIn(annotated.getEnclosedElements())) {
        if (method.getModifiers().contains(Modifier.PUBLIC)) {
          function(method);
        }
      }
    }
  }

  private void function(ExecutableElement method) {
    if (!checked.add(method)) {
      return;
    }
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    String name = owner.getSimpleName() + "." + method.getSimpleName();
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      report(Problem.ES011, method, name, "it is private");
    }
    if (!method.getTypeParameters().isEmpty()) {
      report(Problem.ES051, method, name);
    }
    if (method.isVarArgs()) {
      report(Problem.ES013, method, name);
    }
    List<ExecutableElement> named =
        ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
            .filter(other -> other.getSimpleName().equals(method.getSimpleName()))
            .toList();
    if (named.size() > 1 && owner.getKind() != ElementKind.INTERFACE) {
      report(Problem.ES012, method, name, named.size());
    }
  }

  private void settings(Element annotated, Function function) {
    if (function.attempts() < 1 || function.attempts() > ATTEMPTS_MAX) {
      report(
          Problem.ES014,
          annotated,
          "attempts = " + function.attempts(),
          "Write a number from 1 to " + ATTEMPTS_MAX + ".");
    }
    String timeout = function.timeout();
    Long millis = timeout.isEmpty() ? null : millis(timeout);
    if (!timeout.isEmpty() && (millis == null || millis == 0)) {
      report(
          Problem.ES014,
          annotated,
          "timeout = \"" + timeout + "\"",
          "Write a number with ms, s, m, h or d, as in 20s.");
    }
    backoff(annotated, function.backoff());
  }

  private void backoff(Element annotated, String backoff) {
    if (backoff.isEmpty()) {
      return;
    }
    String[] bounds = backoff.split("\\.\\.", -1);
    Long first = millis(bounds[0]);
    Long longest = millis(bounds[bounds.length - 1]);
    if (bounds.length > 2 || first == null || longest == null || longest < first) {
      report(
          Problem.ES014,
          annotated,
          "backoff = \"" + backoff + "\"",
          "Write one pause, or the first and the longest one, as in 200ms..30s.");
    }
  }

  private static @Nullable Long millis(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    long unit =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 86_400_000;
        };
    return Long.parseLong(matcher.group(1)) * unit;
  }

  private void report(Problem problem, Element element, Object... arguments) {
    messager.printMessage(Diagnostic.Kind.ERROR, problem.message(arguments), element);
  }
}
