package dev.everstep.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Reads the entry method of a workflow. */
public final class BodyReader {
  private BodyReader() {}

  /**
   * Returns the entry as a model; empty if the class has none. What cannot be compiled is reported,
   * and the model is then not to be used.
   */
  public static Optional<Body> read(AttributedWorkflow workflow, Diagnostics diagnostics) {
    for (Tree member : workflow.tree().getMembers()) {
      if (member instanceof MethodTree method && isEntry(workflow, method)) {
        return Optional.of(read(workflow, method, diagnostics));
      }
    }
    return Optional.empty();
  }

  private static boolean isEntry(AttributedWorkflow workflow, MethodTree method) {
    Set<Modifier> modifiers = method.getModifiers().getFlags();
    if (!modifiers.contains(Modifier.PUBLIC)
        || modifiers.contains(Modifier.STATIC)
        || method.getBody() == null
        || method.getParameters().isEmpty()) {
      return false;
    }
    TypeMirror first =
        workflow
            .trees()
            .getTypeMirror(
                workflow.trees().getPath(workflow.unit(), method.getParameters().get(0)));
    return first != null && first.toString().equals(Facts.CONTEXT);
  }

  private static Body read(
      AttributedWorkflow workflow, MethodTree method, Diagnostics diagnostics) {
    MethodReading reading = new MethodReading(workflow, method, diagnostics);
    if (!method.getTypeParameters().isEmpty()) {
      reading.report(Problem.ES049, method.getTypeParameters().get(0), method.getName());
    }
    List<Variable> parameters = new ArrayList<>();
    for (VariableTree tree : method.getParameters().subList(1, method.getParameters().size())) {
      parameters.add(reading.declare(Variable.Kind.PARAMETER, tree, reading.element(tree)));
    }
    StatementReader statements = new StatementReader(reading);
    Statement statement = statements.read(method.getBody());
    String path = workflow.unit().getSourceFile().getName();
    return new Body(
        workflow.name(),
        workflow.element(),
        method.getName().toString(),
        path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
        reading.facts().place(method),
        parameters,
        reading.result(),
        statement,
        statements.sites().all(),
        reading.facts().names(),
        reading.innerNames());
  }
}
