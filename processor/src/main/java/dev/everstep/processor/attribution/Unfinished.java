package dev.everstep.processor.attribution;

import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.everstep.processor.diagnostic.Problem;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Waits for the host's verdict on a workflow that the private javac refused. If the host finds
 * errors, it has reported them. If it goes on to write class files, it found none, and a workflow
 * must not be left out in silence.
 */
public final class Unfinished implements TaskListener {
  private final Host host;
  private final Attribution refused;
  private final TypeElement type;
  private final TreePath workflow;
  private boolean reported;

  private Unfinished(Host host, TypeElement type, Attribution refused) {
    this.type = type;
    this.host = host;
    this.refused = refused;
    this.workflow = host.trees().getPath(type);
  }

  /** Reports the workflow when the host begins to write its class file. */
  public static void watch(Host host, TypeElement type, Attribution refused) {
    host.task().addTaskListener(new Unfinished(host, type, refused));
  }

  @Override
  public void started(TaskEvent event) {
    TypeElement written = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.GENERATE
        && !reported
        && written != null
        && written.getQualifiedName().equals(type.getQualifiedName())) {
      reported = true;
      host.trees()
          .printMessage(
              Diagnostic.Kind.ERROR,
              Problem.ES092.message(type.getSimpleName(), String.join("; ", refused.errors())),
              workflow.getLeaf(),
              workflow.getCompilationUnit());
    }
  }
}
