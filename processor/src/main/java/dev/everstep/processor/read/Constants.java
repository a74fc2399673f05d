package dev.everstep.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Constant expressions (JLS 15.29), as far as step names and loop conditions need them. */
final class Constants {
  private Constants() {}

  /** Returns the value of a literal, a constant's name, or a sum of such strings; else null. */
  static @Nullable Object value(ExpressionTree tree, Facts facts) {
    ExpressionTree inner = Facts.strip(tree);
    if (inner instanceof LiteralTree literal) {
      return literal.getValue();
    }
    if (facts.element(inner) instanceof VariableElement variable) {
      return variable.getConstantValue();
    }
    if (inner instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      Object left = value(sum.getLeftOperand(), facts);
      Object right = value(sum.getRightOperand(), facts);
      if (left != null && right != null && (left instanceof String || right instanceof String)) {
        return "" + left + right;
      }
    }
    return null;
  }

  /** Returns whether a field is a constant that only its own class can name. */
  static boolean isHidden(VariableElement field) {
    return field.getKind().isField()
        && field.getModifiers().contains(Modifier.PRIVATE)
        && field.getConstantValue() != null;
  }

  /** Returns a constant as Java text. */
  static String literal(Object value) {
    if (value instanceof String text) {
      StringBuilder out = new StringBuilder("\"");
      text.chars().forEach(c -> out.append(escape((char) c, '"')));
      return out.append('"').toString();
    }
    if (value instanceof Character c) {
      return "'" + escape(c, '\'') + "'";
    }
    if (value instanceof Long number) {
      return number == Long.MIN_VALUE ? "java.lang.Long.MIN_VALUE" : negative(number + "L");
    }
    if (value instanceof Byte || value instanceof Short) {
      return "((" + (value instanceof Byte ? "byte" : "short") + ") " + value + ")";
    }
    if (value instanceof Float number) {
      return number.isNaN() || number.isInfinite()
          ? special(number.doubleValue(), "java.lang.Float")
          : negative(number + "f");
    }
    if (value instanceof Double number) {
      return number.isNaN() || number.isInfinite()
          ? special(number, "java.lang.Double")
          : negative(number.toString());
    }
    return negative(value.toString());
  }

  private static String special(double value, String type) {
    if (Double.isNaN(value)) {
      return type + ".NaN";
    }
    return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
  }

  private static String negative(String number) {
    return number.startsWith("-") ? "(" + number + ")" : number;
  }

  private static String escape(char c, char quote) {
    switch (c) {
      case '\n':
        return "\\n";
      case '\r':
        return "\\r";
      case '\t':
        return "\\t";
      case '\b':
        return "\\b";
      case '\f':
        return "\\f";
      case '\\':
        return "\\\\";
      default:
        if (c == quote) {
          return "\\" + c;
        }
        return c < ' ' || c == 0x7f ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    }
  }
}
