package dev.everstep.processor.emit;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What a machine finds where it will stand.
 *
 * @param knowsGenerated whether {@code javax.annotation.processing.Generated} can be named
 * @param hasType whether the package has a type of a simple name
 */
public record Home(boolean knowsGenerated, Predicate<String> hasType) {
  private static final String GENERATED = "javax.annotation.processing.Generated";
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import java\\.lang\\.([A-Za-z0-9_]+);\n");

  /** Returns what is there for the methods of a class. */
  public static Home of(TypeElement owner, Elements elements) {
    PackageElement in = elements.getPackageOf(owner);
    String prefix = in.isUnnamed() ? "" : in.getQualifiedName() + ".";
    // A module that does not read java.compiler cannot name the annotation.
    ModuleElement module = elements.getModuleOf(owner);
    TypeElement annotation =
        module == null
            ? elements.getTypeElement(GENERATED)
            : elements.getTypeElement(module, GENERATED);
    return new Home(annotation != null, name -> elements.getTypeElement(prefix + name) != null);
  }

  /** Returns a file without the imports of {@code java.lang} that say nothing there. */
  String withoutNeedlessImports(String file) {
    return IMPORT
        .matcher(file)
        .replaceAll(found -> hasType.test(found.group(1)) ? found.group() : "");
  }
}
