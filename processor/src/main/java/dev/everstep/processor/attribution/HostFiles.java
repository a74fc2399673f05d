package dev.everstep.processor.attribution;

import com.sun.source.util.Trees;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * The class path of the private javac, as the host's {@code Elements} show it: class files as they
 * are, other types of the same compilation as headers. So members that other processors add are
 * seen, and no body but the workflows' is attributed twice. The platform's classes come from the
 * JDK itself.
 */
final class HostFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private static final @Nullable Method FILE_OBJECT_OF = fileObjectOf();

  private final ProcessingEnvironment host;
  private final Trees trees;
  private final Set<JavaFileObject> given = new LinkedHashSet<>();
  private final Map<String, List<JavaFileObject>> packages = new HashMap<>();
  private final Map<String, Boolean> platform = new HashMap<>();
  private final Stubs stubs;

  HostFiles(
      JavaFileManager platform,
      ProcessingEnvironment host,
      Trees trees,
      Map<TypeElement, SourceText> workflows) {
    super(platform);
    this.host = host;
    this.trees = trees;
    this.stubs = new Stubs(host);
    for (TypeElement workflow : workflows.keySet()) {
      given.add(trees.getPath(workflow).getCompilationUnit().getSourceFile());
    }
  }

  // Elements.getFileObjectOf is there since 18; the build targets 17.
  private static @Nullable Method fileObjectOf() {
    try {
      return javax.lang.model.util.Elements.class.getMethod("getFileObjectOf", Element.class);
    } catch (NoSuchMethodException before18) {
      return null;
    }
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      List<JavaFileObject> files = new ArrayList<>();
      for (JavaFileObject file : packages.computeIfAbsent(packageName, this::files)) {
        if (kinds.contains(file.getKind())) {
          files.add(file);
        }
      }
      return files;
    }
    if (location == StandardLocation.SOURCE_PATH || location == StandardLocation.CLASS_OUTPUT) {
      return List.of();
    }
    return super.list(location, packageName, kinds, recurse);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH
        || (location != StandardLocation.SOURCE_PATH && super.hasLocation(location));
  }

  @Override
  public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof Named named ? named.binaryName() : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a == b || a.toUri().equals(b.toUri());
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return !(file instanceof Named)
        && !(file instanceof SourceText)
        && super.contains(location, file);
  }

  private List<JavaFileObject> files(String packageName) {
    List<JavaFileObject> files = new ArrayList<>();
    for (PackageElement found : host.getElementUtils().getAllPackageElements(packageName)) {
      ModuleElement module = host.getElementUtils().getModuleOf(found);
      String moduleName = module == null ? "" : module.getQualifiedName().toString();
      if (isPlatform(moduleName)) {
        continue;
      }
      for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
        add(files, type, moduleName);
      }
    }
    return files;
  }

  private boolean isPlatform(String module) {
    return !module.isEmpty()
        && platform.computeIfAbsent(module, name -> ModuleFinder.ofSystem().find(name).isPresent());
  }

  /**
   * Returns the platform's modules that a named module reads; empty for types of no named module,
   * which read all of them.
   */
  static Set<String> platformModules(TypeElement type, ProcessingEnvironment host) {
    Set<String> names = new TreeSet<>();
    ModuleElement module = host.getElementUtils().getModuleOf(type);
    if (module != null && !module.isUnnamed()) {
      names.add("java.base");
      addRequired(module, false, names);
    }
    return names;
  }

  private static void addRequired(ModuleElement module, boolean transitive, Set<String> names) {
    for (ModuleElement.RequiresDirective directive :
        ElementFilter.requiresIn(module.getDirectives())) {
      ModuleElement required = directive.getDependency();
      String name = required.getQualifiedName().toString();
      if ((!transitive || directive.isTransitive()) && names.add(name)) {
        addRequired(required, true, names);
      }
    }
    if (!transitive) {
      names.removeIf(name -> ModuleFinder.ofSystem().find(name).isEmpty());
    }
  }

  private void add(List<JavaFileObject> files, TypeElement type, String module) {
    var path = trees.getPath(type);
    if (path == null) {
      addClassFiles(files, type, module);
    } else if (!given.contains(path.getCompilationUnit().getSourceFile())) {
      files.add(
          new Named(
              type.getQualifiedName().toString(),
              JavaFileObject.Kind.SOURCE,
              stubs.of(type).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  private void addClassFiles(List<JavaFileObject> files, TypeElement type, String module) {
    files.add(new ClassFile(type, module));
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addClassFiles(files, nested, module);
    }
  }

  private InputStream open(TypeElement type, String binaryName, String module) throws IOException {
    if (FILE_OBJECT_OF != null) {
      try {
        return ((JavaFileObject) FILE_OBJECT_OF.invoke(host.getElementUtils(), type))
            .openInputStream();
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IOException("reading " + binaryName, e);
      }
    }
    int dot = binaryName.lastIndexOf('.');
    String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
    String file = binaryName.substring(dot + 1) + ".class";
    if (!module.isEmpty()) {
      return host.getFiler()
          .getResource(StandardLocation.MODULE_PATH, module + "/" + packageName, file)
          .openInputStream();
    }
    try {
      return host.getFiler()
          .getResource(StandardLocation.CLASS_PATH, packageName, file)
          .openInputStream();
    } catch (IOException notThere) {
      // Left there by an earlier compilation, and not on the class path.
      return host.getFiler()
          .getResource(StandardLocation.CLASS_OUTPUT, packageName, file)
          .openInputStream();
    }
  }

  /** A file that exists in memory, under a binary name. */
  private static class Named extends SimpleJavaFileObject {
    private final String binaryName;
    private final byte[] content;

    Named(String binaryName, Kind kind, byte[] content) {
      super(URI.create("everstep:///" + binaryName.replace('.', '/') + kind.extension), kind);
      this.binaryName = binaryName;
      this.content = content;
    }

    String binaryName() {
      return binaryName;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == getKind()
          && binaryName.substring(binaryName.lastIndexOf('.') + 1).equals(simpleName);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return new String(content, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return new ByteArrayInputStream(content);
    }

    @Override
    public OutputStream openOutputStream() throws IOException {
      throw new IOException("read-only: " + binaryName);
    }
  }

  /** A class file of the host's class path, read when it is asked for. */
  private final class ClassFile extends Named {
    private final TypeElement type;
    private final String module;

    ClassFile(TypeElement type, String module) {
      super(host.getElementUtils().getBinaryName(type).toString(), Kind.CLASS, new byte[0]);
      this.type = type;
      this.module = module;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return open(type, binaryName(), module);
    }
  }
}
