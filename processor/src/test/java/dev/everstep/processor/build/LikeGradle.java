package dev.everstep.processor.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Runs an isolating processor as Gradle does ({@code IncrementalProcessingEnvironment}, {@code
 * IncrementalFiler}, {@code IsolatingProcessingStrategy}): in an environment that is not javac's,
 * with a filer that keeps the one top-level type that each file comes from, and that gives up
 * incremental builds, here an error, for a file of none or of two.
 */
final class LikeGradle implements Processor {
  private static final Set<JavaFileManager.Location> OUTPUTS =
      Set.of(
          StandardLocation.CLASS_OUTPUT,
          StandardLocation.SOURCE_OUTPUT,
          StandardLocation.NATIVE_HEADER_OUTPUT);

  private final Processor delegate;
  private final Map<String, String> origins = new TreeMap<>();
  private final List<String> fullRebuildCauses = new ArrayList<>();

  LikeGradle(Processor delegate) {
    this.delegate = delegate;
  }

  /** Returns the top-level type that each written file comes from. */
  Map<String, String> origins() {
    return origins;
  }

  /** Returns why Gradle would compile all files again. */
  List<String> fullRebuildCauses() {
    return fullRebuildCauses;
  }

  @Override
  public void init(ProcessingEnvironment environment) {
    delegate.init(new Wrapper(environment, new RecordingFiler(environment.getFiler())));
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return delegate.process(annotations, round);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return delegate.getSupportedOptions();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return delegate.getSupportedAnnotationTypes();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return delegate.getSupportedSourceVersion();
  }

  @Override
  public Iterable<? extends Completion> getCompletions(
      Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
    return delegate.getCompletions(element, annotation, member, text);
  }

  private void record(String file, Element[] originating) {
    Set<String> types =
        Arrays.stream(originating).map(LikeGradle::topLevel).collect(Collectors.toSet());
    if (types.size() != 1) {
      fullRebuildCauses.add(file + " must have one originating element, but had " + types);
    }
    origins.put(file, String.join(", ", types));
  }

  private static String topLevel(Element element) {
    Element type = element;
    while (!(type.getEnclosingElement() instanceof PackageElement)) {
      type = type.getEnclosingElement();
    }
    return ((TypeElement) type).getQualifiedName().toString();
  }

  private final class RecordingFiler implements Filer {
    private final Filer delegate;

    RecordingFiler(Filer delegate) {
      this.delegate = delegate;
    }

    @Override
    public JavaFileObject createSourceFile(CharSequence name, Element... originating)
        throws IOException {
      record(name.toString(), originating);
      return delegate.createSourceFile(name, originating);
    }

    @Override
    public JavaFileObject createClassFile(CharSequence name, Element... originating)
        throws IOException {
      record(name.toString(), originating);
      return delegate.createClassFile(name, originating);
    }

    @Override
    public FileObject createResource(
        JavaFileManager.Location location,
        CharSequence packageName,
        CharSequence name,
        Element... originating)
        throws IOException {
      if (!OUTPUTS.contains(location)) {
        fullRebuildCauses.add(location + " is not supported for incremental processing");
      }
      record(name.toString(), originating);
      return delegate.createResource(location, packageName, name, originating);
    }

    // Gradle 4.7, the first that was incremental, gave up here too; later ones do not.
    @Override
    public FileObject getResource(
        JavaFileManager.Location location, CharSequence packageName, CharSequence name)
        throws IOException {
      fullRebuildCauses.add("reads " + name + " at " + location);
      return delegate.getResource(location, packageName, name);
    }
  }

  private static final class Wrapper implements ProcessingEnvironment {
    private final ProcessingEnvironment delegate;
    private final Filer filer;

    Wrapper(ProcessingEnvironment delegate, Filer filer) {
      this.delegate = delegate;
      this.filer = filer;
    }

    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return filer;
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }
}
