package dev.everstep.processor.lower;

import dev.everstep.processor.model.Expression;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of temporaries. A frame stores them, so that they must mean the same in the next version:
 * they are named after what they hold, and not by number.
 */
final class TemporaryNames {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern PACKAGE = Pattern.compile("\\b([a-z]\\w*\\.)+(?=[A-Z])");
  private static final int CHARS_MAX = 32;

  private TemporaryNames() {}

  /** Returns the name of a temporary for the value of an expression. */
  static String of(String kind, Expression expression) {
    String text = PACKAGE.matcher(text(expression)).replaceAll("");
    StringBuilder name = new StringBuilder(kind);
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      name.append('_').append(words.group());
    }
    return name.length() <= CHARS_MAX
        ? name.toString()
        : name.substring(0, CHARS_MAX - 9)
            + String.format(Locale.ROOT, "_%08x", text.strip().hashCode());
  }

  private static String text(Expression expression) {
    if (expression instanceof Expression.Plain plain) {
      return plain.code().toString();
    } else if (expression instanceof Expression.Template template) {
      StringBuilder text = new StringBuilder(template.code().toString());
      template.operands().forEach(operand -> text.append(' ').append(text(operand)));
      return text.toString().replaceAll("\\$\\d+", " ");
    } else if (expression instanceof Expression.Suspension suspension) {
      return suspension.site().shown();
    } else if (expression instanceof Expression.Logical logical) {
      return text(logical.left()) + (logical.and() ? " and " : " or ") + text(logical.right());
    } else if (expression instanceof Expression.Not not) {
      return "not " + text(not.operand());
    } else if (expression instanceof Expression.Conditional conditional) {
      return text(conditional.condition());
    }
    return text(((Expression.Select) expression).choice().selector());
  }
}
