package dev.everstep.processor.build;

import com.palantir.javapoet.JavaFile;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import dev.everstep.processor.WorkflowProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The archives of this build's modules: those that Maven has packaged, or, of this module and where
 * it stops before that, made from the classes with the module name that the poms give.
 */
final class Jars {
  private static final Pattern MODULE_NAME =
      Pattern.compile("<automatic\\.module\\.name>(.*)</automatic\\.module\\.name>");

  private final Path annotations;
  private final Path runtime;
  private final Path processor;

  Jars(Path directory) throws IOException {
    annotations = jar(directory, "annotations", Build.origin(Workflow.class));
    runtime = jar(directory, "runtime", Build.origin(WorkflowContext.class));
    processor = jar(directory, "processor", Build.origin(WorkflowProcessor.class));
  }

  /** Returns what a workflow is compiled against. */
  List<Path> api() {
    return List.of(annotations, runtime);
  }

  /** Returns what the processor runs from. */
  List<Path> processor() {
    return List.of(annotations, processor, Build.origin(JavaFile.class));
  }

  private static Path jar(Path directory, String module, Path classes) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Automatic-Module-Name", moduleName(module));
    Path jar = directory.resolve("everstep-" + module + ".jar");
    if (Files.isRegularFile(classes)) {
      return Files.copy(classes, jar);
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(path).toString().replace('\\', '/');
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(path, out);
          out.closeEntry();
        }
      }
    }
    return jar;
  }

  private static String moduleName(String module) throws IOException {
    Path pom = Build.origin(Jars.class).resolve("../../..").resolve(module).resolve("pom.xml");
    Matcher found = MODULE_NAME.matcher(Files.readString(pom));
    if (!found.find()) {
      throw new AssertionError("no module name in " + pom);
    }
    return found.group(1);
  }
}
