package dev.everstep.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.attribution.IsolatedCompiler;
import dev.everstep.processor.attribution.UnsupportedHostException;
import dev.everstep.processor.diagnostic.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Compiles every {@code @Workflow} class of a compilation to a state machine and a descriptor.
 *
 * <p>A workflow is compiled in the first round in which javac finds no error in it: another
 * processor may still have to write a class that it uses. What javac finds wrong to the end is
 * javac's to report. Each workflow's output depends on its own file and on the headers of what it
 * uses, so the processor is isolating in Gradle's sense.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes("dev.everstep.annotations.Workflow")
public final class WorkflowProcessor extends AbstractProcessor {
  private final Set<String> pending = new LinkedHashSet<>();
  private @Nullable IsolatedCompiler compiler;
  private @Nullable Trees trees;

  /** Creates a processor; javac does. */
  public WorkflowProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    try {
      compiler = new IsolatedCompiler(environment);
      trees = Trees.instance(environment);
    } catch (UnsupportedHostException e) {
      environment
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, Problem.ES090.message(e.getMessage()));
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (compiler == null || trees == null) {
      return false;
    }
    for (TypeElement annotation : annotations) {
      for (Element workflow : round.getElementsAnnotatedWith(annotation)) {
        if (workflow instanceof TypeElement type) {
          pending.add(type.getQualifiedName().toString());
        }
      }
    }
    if (!round.processingOver()) {
      compileReady(compiler, trees);
    }
    return false;
  }

  private void compileReady(IsolatedCompiler compiler, Trees trees) {
    Map<TypeElement, String> workflows = new LinkedHashMap<>();
    for (String name : pending) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        workflows.put(type, storedName(type));
      }
    }
    compiler
        .attribute(workflows)
        .forEach(
            (type, attribution) -> {
              if (attribution.workflow() != null && attribution.errors().isEmpty()) {
                pending.remove(type.getQualifiedName().toString());
                compile(type, attribution.workflow(), trees);
              }
            });
  }

  private static String storedName(TypeElement type) {
    Workflow annotation = type.getAnnotation(Workflow.class);
    if (annotation != null && !annotation.name().isEmpty()) {
      return annotation.name();
    }
    String name = type.getSimpleName().toString();
    for (Element outer = type.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      name = outer.getSimpleName() + "." + name;
    }
    return name;
  }

  private void compile(TypeElement type, AttributedWorkflow workflow, Trees trees) {
    TreePath path = trees.getPath(type);
    HostDiagnostics diagnostics = new HostDiagnostics(trees, path.getCompilationUnit());
    Optional<CompiledWorkflow> compiled = WorkflowCompiler.compile(workflow, diagnostics);
    if (compiled.isEmpty() || diagnostics.hasErrors()) {
      return;
    }
    try {
      for (JavaFile source : compiled.get().sources()) {
        source.writeTo(processingEnv.getFiler());
      }
      try (Writer out =
          processingEnv
              .getFiler()
              .createResource(
                  StandardLocation.CLASS_OUTPUT, "", compiled.get().descriptorPath(), type)
              .openWriter()) {
        out.write(compiled.get().descriptorJson());
      }
    } catch (IOException e) {
      trees.printMessage(
          Diagnostic.Kind.ERROR,
          Problem.ES091.message(type.getQualifiedName(), e),
          path.getLeaf(),
          path.getCompilationUnit());
    }
  }
}
