package dev.everstep.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.attribution.Attribution;
import dev.everstep.processor.attribution.Bodies;
import dev.everstep.processor.attribution.Host;
import dev.everstep.processor.attribution.IsolatedCompiler;
import dev.everstep.processor.attribution.Unfinished;
import dev.everstep.processor.attribution.UnsupportedHostException;
import dev.everstep.processor.check.CalleeCheck;
import dev.everstep.processor.check.FunctionCheck;
import dev.everstep.processor.check.LanguageCheck;
import dev.everstep.processor.check.OverrideCheck;
import dev.everstep.processor.check.WorkflowCheck;
import dev.everstep.processor.diagnostic.Fault;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.emit.MachineSource;
import dev.everstep.processor.identity.Baseline;
import dev.everstep.processor.identity.BaselineException;
import dev.everstep.processor.lines.MachineClasses;
import dev.everstep.processor.model.DurableMethod;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Compiles every {@code @Workflow} and {@code @Durable} class of a compilation to state machines
 * and a descriptor.
 *
 * <p>A workflow is compiled in the first round in which javac finds no error in it: another
 * processor may still have to write a class that it uses. What javac finds wrong to the end is
 * javac's to report. Each workflow's output depends on its own file, on the headers of what it uses
 * and on its committed baseline, so the processor is isolating in Gradle's sense.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({
  WorkflowProcessor.WORKFLOW,
  WorkflowProcessor.DURABLE,
  WorkflowProcessor.FUNCTION
})
@SupportedOptions(BaselineFiles.OPTION)
public final class WorkflowProcessor extends AbstractProcessor {
  static final String WORKFLOW = "dev.everstep.annotations.Workflow";
  static final String DURABLE = "dev.everstep.annotations.Durable";
  static final String FUNCTION = "dev.everstep.annotations.Function";

  private final Map<String, String> classByName = new LinkedHashMap<>();
  private final Set<String> pending = new LinkedHashSet<>();
  private final Map<String, Bodies> compiled = new LinkedHashMap<>();
  private @Nullable IsolatedCompiler compiler;
  private @Nullable Host host;
  private @Nullable MachineClasses classes;
  private @Nullable String unsupported;
  private @Nullable FunctionCheck functions;
  private @Nullable OverrideCheck overrides;

  /** Creates a processor; javac does. */
  public WorkflowProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    functions = new FunctionCheck(environment.getMessager());
    overrides = new OverrideCheck(environment.getElementUtils(), environment.getMessager());
    try {
      host = Host.of(environment);
      compiler = new IsolatedCompiler(host);
      classes = new MachineClasses(host);
    } catch (UnsupportedHostException e) {
      unsupported = e.getMessage();
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element annotated : round.getElementsAnnotatedWith(annotation)) {
        if (annotation.getQualifiedName().contentEquals(FUNCTION) && functions != null) {
          functions.check(annotated);
        } else if (annotation.getQualifiedName().contentEquals(WORKFLOW)
            || annotation.getQualifiedName().contentEquals(DURABLE)) {
          pending.add(((TypeElement) annotated).getQualifiedName().toString());
          refuseHost(annotated);
        }
      }
    }
    if (overrides != null) {
      overrides.check(round.getRootElements());
    }
    if (compiler != null && host != null) {
      if (!round.processingOver()) {
        compileReady(compiler, host);
      } else if (!round.errorRaised()) {
        attribute(compiler).forEach(watch(host));
        reportChanged(host);
      }
    }
    // Claiming the annotations would keep processors behind this one from running.
    return false;
  }

  private static BiConsumer<TypeElement, Attribution> watch(Host host) {
    return (type, attribution) -> Unfinished.watch(host, type, attribution);
  }

  private void reportChanged(Host host) {
    compiled.forEach(
        (name, bodies) -> {
          TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
          if (type != null) {
            bodies.reportChanged(host, host.trees().getPath(type));
          }
        });
  }

  private void refuseHost(Element workflow) {
    if (unsupported != null) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, Problem.ES090.message(unsupported), workflow);
    }
  }

  private Map<TypeElement, Attribution> attribute(IsolatedCompiler compiler) {
    Map<TypeElement, String> workflows = new LinkedHashMap<>();
    for (String name : pending) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        workflows.put(type, storedName(type));
      }
    }
    return compiler.attribute(workflows);
  }

  private void compileReady(IsolatedCompiler compiler, Host host) {
    attribute(compiler)
        .forEach(
            (type, attribution) -> {
              if (attribution.workflow() != null && attribution.errors().isEmpty()) {
                pending.remove(type.getQualifiedName().toString());
                compiled.put(type.getQualifiedName().toString(), attribution.bodies());
                compile(type, attribution.workflow(), host.trees());
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
    int start =
        (int)
            trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    // The host has no lines if it compiles without debug information.
    int line = (int) workflow.unit().getLineMap().getLineNumber(start);
    try {
      Fault.guard(
          "workflow " + workflow.name(),
          () -> new Place(start, line),
          () -> {
            compile(type, workflow, trees, path, diagnostics);
            return null;
          });
    } catch (Fault fault) {
      fault.report(diagnostics);
    }
  }

  private void compile(
      TypeElement type,
      AttributedWorkflow workflow,
      Trees trees,
      TreePath path,
      HostDiagnostics diagnostics) {
    if (LanguageCheck.refuses(workflow, diagnostics)) {
      return;
    }
    boolean shared = DurableMethod.isShared(workflow.element());
    if (shared) {
      WorkflowCheck.checkShared(workflow, diagnostics);
    } else {
      WorkflowCheck.check(workflow, diagnostics);
    }
    CalleeCheck.check(
        workflow, name -> pending.contains(name) || compiled.containsKey(name), diagnostics);
    String other =
        shared
            ? null
            : classByName.putIfAbsent(workflow.name(), type.getQualifiedName().toString());
    if (other != null) {
      trees.printMessage(
          Diagnostic.Kind.ERROR,
          Problem.ES007.message(workflow.name(), other, type.getQualifiedName()),
          path.getLeaf(),
          path.getCompilationUnit());
      return;
    }
    if (diagnostics.hasErrors()) {
      return;
    }
    BaselineFiles files = new BaselineFiles(processingEnv.getOptions().get(BaselineFiles.OPTION));
    String name = shared ? type.getQualifiedName().toString() : workflow.name();
    Optional<Path> file = files.find(workflow.unit().getSourceFile().toUri(), name);
    Baseline baseline = null;
    boolean refused = false;
    try {
      baseline = file.isEmpty() ? null : files.read(file.get(), name, shared);
    } catch (BaselineException e) {
      refused = true; // and what is wrong with the body is still told
      trees.printMessage(
          Diagnostic.Kind.ERROR,
          Problem.ES094.message(
              file.get(), shared ? "class" : "workflow", name, e.getMessage(), e.remedy()),
          path.getLeaf(),
          path.getCompilationUnit());
    }
    Optional<CompiledWorkflow> output = WorkflowCompiler.compile(workflow, baseline, diagnostics);
    if (refused || output.isEmpty() || diagnostics.hasErrors()) {
      return;
    }
    try {
      for (MachineSource source : output.get().sources()) {
        write(source, type);
        if (classes != null) {
          classes.watch(type, source.name(), source.origin(), source.lines());
        }
      }
      try (Writer out =
          processingEnv
              .getFiler()
              .createResource(
                  StandardLocation.CLASS_OUTPUT, "", output.get().descriptorPath(), type)
              .openWriter()) {
        out.write(output.get().descriptorJson());
      }
    } catch (IOException e) {
      trees.printMessage(
          Diagnostic.Kind.ERROR,
          Problem.ES091.message(type.getQualifiedName(), e),
          path.getLeaf(),
          path.getCompilationUnit());
    }
  }

  private void write(MachineSource source, TypeElement type) throws IOException {
    try (Writer out = processingEnv.getFiler().createSourceFile(source.name(), type).openWriter()) {
      out.write(source.text());
    }
  }
}
