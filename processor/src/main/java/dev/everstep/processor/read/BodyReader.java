package dev.everstep.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Statement;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** Reads the durable methods of a class. */
public final class BodyReader {
  private BodyReader() {}

  /**
   * Returns the durable methods as models, the entry first. What cannot be compiled is reported,
   * and the models are then not to be used.
   */
  public static List<Body> read(AttributedWorkflow workflow, Diagnostics diagnostics) {
    List<Body> bodies = new ArrayList<>();
    for (DurableMethod durable : DurableMethod.of(workflow.element())) {
      MethodTree tree = workflow.trees().getTree(durable.element());
      if (tree != null && tree.getBody() != null) {
        bodies.add(read(workflow, tree, durable, diagnostics));
      }
    }
    return bodies;
  }

  private static Body read(
      AttributedWorkflow workflow,
      MethodTree method,
      DurableMethod durable,
      Diagnostics diagnostics) {
    MethodReading reading = new MethodReading(workflow, method, durable, diagnostics);
    if (durable.isEntry() && !method.getTypeParameters().isEmpty()) {
      reading.report(Problem.ES049, method.getTypeParameters().get(0), method.getName());
    }
    List<VariableTree> declared = new ArrayList<>(method.getParameters());
    declared.remove(durable.contextIndex());
    List<Variable> parameters = new ArrayList<>();
    for (VariableTree tree : declared) {
      parameters.add(reading.declare(Variable.Kind.PARAMETER, tree, reading.element(tree)));
    }
    StatementReader statements = new StatementReader(reading);
    Statement statement = statements.read(method.getBody());
    String path = workflow.unit().getSourceFile().getName();
    return new Body(
        workflow.name(),
        workflow.element(),
        durable,
        path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
        reading.facts().place(method),
        parameters,
        reading.result(),
        statement,
        statements.sites().all(),
        reading.facts().names(),
        reading.innerNames(),
        reading.localTypes().all(),
        List.of());
  }
}
