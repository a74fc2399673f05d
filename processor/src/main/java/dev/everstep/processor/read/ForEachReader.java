package dev.everstep.processor.read;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Statement.ForEach.Form;
import dev.everstep.processor.model.Variable;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how an enhanced for statement reaches its elements, since an iterator cannot be kept: by
 * position in an array or list, else in a list that the elements are copied to once.
 */
final class ForEachReader {
  private final MethodReading reading;

  ForEachReader(MethodReading reading) {
    this.reading = reading;
  }

  Statement.ForEach read(
      EnhancedForLoopTree tree,
      Expression over,
      Variable element,
      Label leave,
      Label again,
      Statement body) {
    Form form = form(over.type());
    Variable known = form == Form.COPY ? null : unchanging(tree.getExpression());
    TypeMirror slot =
        form == Form.COPY ? reading.listOf(reading.elementOf(over.type())) : over.type();
    Variable in = known != null ? known : temporary(element.name() + "_in", slot, over);
    Variable at =
        temporary(element.name() + "_at", reading.types().getPrimitiveType(TypeKind.INT), over);
    return new Statement.ForEach(
        leave, again, element, over, in, at, form, body, reading.facts().line(tree));
  }

  private static Variable temporary(String name, TypeMirror type, Expression over) {
    return new Variable(Variable.Kind.TEMPORARY, name, type, over.place());
  }

  private Form form(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return Form.ARRAY;
    }
    return reading.isSubtypeOf(type, "java.util.List") ? Form.LIST : Form.COPY;
  }

  /** Returns the variable that is iterated if it is a local that is assigned once only. */
  private @Nullable Variable unchanging(ExpressionTree over) {
    Element element = reading.facts().named(over);
    return element != null && !reading.isReassigned(element)
        ? reading.scope().variable(element)
        : null;
  }
}
