package dev.everstep.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.migrate.Hook;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.DurableMethod;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;

/** Writes the class of a machine. */
public final class MachineWriter {
  private static final ClassName MACHINE = ClassName.get("dev.everstep.machine", "Machine");

  /** What user code may hold, which was already checked where the user wrote it. */
  private static final String[] CHECKED_IN_SOURCE = {
    "auxiliaryclass",
    "cast",
    "deprecation",
    "divzero",
    "empty",
    "fallthrough",
    "finally",
    "lossy-conversions",
    "missing-explicit-ctor", // in an exported package; only its own TYPE makes a machine
    "rawtypes",
    "removal",
    "serial",
    "static",
    "synchronization",
    "try",
    "unchecked",
    "varargs"
  };

  private final Body body;
  private final Flow flow;
  private final Frame frame;
  private final Names names;
  private final ClassName name;
  private final Home home;

  private final List<Hook> hooks;

  private MachineWriter(Body body, Flow flow, Frame frame, Home home, List<Hook> hooks) {
    this.hooks = hooks;
    this.body = body;
    this.flow = flow;
    this.frame = frame;
    this.names = Names.avoiding(body, home);
    this.name = name(body);
    this.home = home;
  }

  /**
   * Returns the name of the class that is generated for a method. It reads like that of a class
   * inside the workflow's, since that is where debuggers look for code of the user's file: in
   * {@code Research} and {@code Research$*}.
   */
  public static ClassName name(Body body) {
    return name(body.method());
  }

  static ClassName name(DurableMethod method) {
    return ClassName.get(ClassName.get(method.owner()).packageName(), method.machine());
  }

  /** Returns the source of a machine without migrations. */
  public static MachineSource write(Body body, Flow flow, Frame frame, Home home) {
    return write(body, flow, frame, home, List.of());
  }

  /**
   * Returns the source of a machine.
   *
   * @param home of the method's class
   * @param hooks migrate frames of the method
   */
  public static MachineSource write(
      Body body, Flow flow, Frame frame, Home home, List<Hook> hooks) {
    return new MachineWriter(body, flow, frame, home, hooks).file();
  }

  private MachineSource file() {
    TypeSpec.Builder out =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(MACHINE)
            .addJavadoc(
                "The machine of {@link $T#$L}, compiled from $L.\n",
                ClassName.get(body.element()),
                body.method().name(),
                body.sourceFile());
    for (TypeParameterElement parameter : body.method().typeParameters()) {
      out.addTypeVariable(TypeVariableName.get(parameter));
    }
    if (home.knowsGenerated()) {
      out.addAnnotation(
          AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
              .addMember("value", "$S", "dev.everstep.processor.WorkflowProcessor")
              .build());
    }
    AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class);
    for (String warning : CHECKED_IN_SOURCE) {
      suppressed.addMember("value", "$S", warning);
    }
    out.addAnnotation(suppressed.build());

    new TypeWriter(body, frame, name, hooks).write(out);
    RunWriter run = new RunWriter(body, flow, frame, names);
    fields(out, run);
    out.addMethod(type()).addMethod(bindSelf());
    run.write().forEach(out::addMethod);
    new CallWriter(body, names).write(out);
    new LocalsWriter(body, frame, names).write(out);
    MovedTypes moved = new MovedTypes(body);
    moved.write(out);
    JavaFile file = JavaFile.builder(name.packageName(), out.build()).indent("  ").build();
    return Marks.read(
        name.reflectionName(),
        body.sourceFile(),
        body.place().line(),
        moved.unwrap(home.withoutNeedlessImports(file.toString())));
  }

  private void fields(TypeSpec.Builder out, RunWriter run) {
    ClassName locals = name.nestedClass(names.locals());
    TypeVariableName[] variables = variables(body);
    out.addField(
        FieldSpec.builder(
                variables.length == 0 ? locals : ParameterizedTypeName.get(locals, variables),
                names.frame(),
                Modifier.PRIVATE,
                Modifier.FINAL)
            .initializer(variables.length == 0 ? "new $T()" : "new $T<>()", locals)
            .build());
    if (!body.method().isStatic()) {
      out.addField(ClassName.get(body.element()), names.self(), Modifier.PRIVATE);
    }
    if (run.hasHandlers()) {
      out.addField(Throwable.class, names.thrown(), Modifier.PRIVATE);
    }
  }

  private MethodSpec type() {
    return override("type", Modifier.PUBLIC)
        .returns(TypeWriter.MACHINE_TYPE)
        .addStatement("return TYPE")
        .build();
  }

  private MethodSpec bindSelf() {
    MethodSpec.Builder out =
        override("bindSelf", Modifier.PROTECTED).addParameter(Object.class, "workflow");
    if (!body.method().isStatic()) {
      out.addStatement("this.$L = ($T) workflow", names.self(), ClassName.get(body.element()));
    }
    return out.build();
  }

  /** Returns the method's type parameters, which are those of the machine. */
  static TypeVariableName[] variables(Body body) {
    return body.method().typeParameters().stream()
        .map(TypeVariableName::get)
        .toArray(TypeVariableName[]::new);
  }

  static MethodSpec.Builder override(String method, Modifier modifier) {
    return MethodSpec.methodBuilder(method)
        .addAnnotation(Override.class)
        .addModifiers(modifier)
        .addCode("$L", Marks.none());
  }

  static CodeBlock unknown(String what, String index) {
    return CodeBlock.of(
        "$Lthrow new $T($S + $L);\n",
        Marks.none(),
        IllegalArgumentException.class,
        "no " + what + " ",
        index);
  }
}
