package dev.everstep.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.migrate.Hook;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes what is known of the method at compile time: the constant {@code TYPE}. */
final class TypeWriter {
  static final ClassName MACHINE_TYPE = ClassName.get("dev.everstep.machine", "MachineType");

  /** How many points are described in one method: a method holds 64 KiB of byte code at most. */
  private static final int POINTS_MAX = 100;

  /** How many locals are described in one expression: javac descends into each call of a chain. */
  private static final int LOCALS_MAX = 100;

  private final Body body;
  private final TypeCode types;
  private final Frame frame;
  private final ClassName machine;
  private final List<Hook> hooks;

  TypeWriter(Body body, Frame frame, ClassName machine, List<Hook> hooks) {
    this.body = body;
    this.types = new TypeCode(new TypeNames(body));
    this.frame = frame;
    this.machine = machine;
    this.hooks = hooks;
  }

  void write(TypeSpec.Builder out) {
    CodeBlock.Builder value = CodeBlock.builder();
    List<Site> sites = body.sites();
    boolean split = sites.size() > POINTS_MAX || frame.stored().size() > LOCALS_MAX;
    if (split) {
      value.add("type()");
    } else {
      head(value);
      sites.forEach(site -> point(value, site));
      value.add("\n.build($T::new)$<$<", machine);
    }
    out.addField(
        FieldSpec.builder(MACHINE_TYPE, "TYPE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .initializer(split ? CodeBlock.of("describe()") : value.build())
            .build());
    if (split) {
      split(out, sites);
    }
  }

  private void split(TypeSpec.Builder out, List<Site> sites) {
    ClassName builder = MACHINE_TYPE.nestedClass("Builder");
    CodeBlock.Builder head = CodeBlock.builder().add("$T type =\n$>$>", builder);
    head(head);
    head.add(";\n$<$<$<$<");
    List<MethodSpec> parts = new ArrayList<>();
    for (int from = 0; from < sites.size(); from += POINTS_MAX) {
      CodeBlock.Builder part = CodeBlock.builder().add("type$>$>");
      sites
          .subList(from, Math.min(from + POINTS_MAX, sites.size()))
          .forEach(site -> point(part, site));
      String name = "describe" + (parts.size() + 1);
      head.add("$L(type);\n", name);
      parts.add(
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .addParameter(builder, "type")
              .addCode(part.add(";\n$<$<").build())
              .build());
    }
    out.addMethod(
        MethodSpec.methodBuilder("describe")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(MACHINE_TYPE)
            .addCode(head.build())
            .addStatement("return type.build($T::new)", machine)
            .build());
    parts.forEach(out::addMethod);
  }

  private void head(CodeBlock.Builder out) {
    out.add(
        "$T.named($S, $S, $T.class, $S)$>$>",
        MACHINE_TYPE,
        body.workflow(),
        body.method().storedName(),
        ClassName.get(body.element()),
        body.sourceFile());
    if (!body.former().isEmpty()) {
      out.add("\n.former(");
      former(out, "", body.former());
      out.add(")");
    }
    body.parameters().forEach(parameter -> local(out, "parameter", parameter));
    out.add("\n.returns($L)", types.of(body.result()));
    HookWriter writer = new HookWriter(types);
    hooks.forEach(hook -> out.add(writer.write(hook)));
    List<Variable> locals = frame.stored();
    for (int i = body.parameters().size(); i < locals.size(); i++) {
      if (i >= LOCALS_MAX && i % LOCALS_MAX == 0) {
        out.add(";\n$<$<$<$<type$>$>$>$>");
      }
      local(out, "local", locals.get(i));
    }
  }

  private void local(CodeBlock.Builder out, String kind, Variable variable) {
    out.add("\n.$L($S, $L", kind, frame.storedName(variable), types.of(variable.type()));
    former(out, ", ", frame.former(variable));
    out.add(")");
  }

  private static void former(CodeBlock.Builder out, String before, List<String> names) {
    String separator = before;
    for (String name : names) {
      out.add("$L$S", separator, name);
      separator = ", ";
    }
  }

  private void point(CodeBlock.Builder out, Site site) {
    if (site.call() instanceof Site.Function function) {
      step(out, site, call(function));
    } else if (site.call() instanceof Site.Inline inline) {
      step(out, site, call(inline));
    } else if (site.call() instanceof Site.Helper helper) {
      out.add("\n.call($L, $S, $L,", site.index(), site.id(), site.place().line());
      out.add("\n$>$>$L$L)$<$<", callee(helper), live(site));
    } else {
      out.add("\n.sleep($L, $S, $L$L)", site.index(), site.id(), site.place().line(), live(site));
    }
  }

  private void step(CodeBlock.Builder out, Site site, CodeBlock call) {
    out.add("\n.step($L, $S, $L,", site.index(), site.id(), site.place().line());
    out.add("\n$>$>$L$L)$<$<", call, live(site));
  }

  private String live(Site site) {
    return frame.live(site).stream()
        .map(variable -> ", " + frame.stored().indexOf(variable))
        .collect(Collectors.joining());
  }

  /**
   * The machine of another package is not imported: its class file names the user's file, so javac
   * takes it for a second class of that, and what it then warns of cannot be suppressed at an
   * import.
   */
  private CodeBlock callee(Site.Helper helper) {
    ClassName callee = MachineWriter.name(helper.method());
    CodeBlock.Builder out = CodeBlock.builder();
    if (callee.packageName().equals(machine.packageName())) {
      out.add("$T.callee(() -> $T.TYPE", MACHINE_TYPE, callee);
    } else {
      out.add("$T.callee(() -> $L.TYPE", MACHINE_TYPE, callee.canonicalName());
    }
    helper.typeArguments().forEach(type -> out.add(", $L", types.of(type)));
    return out.add(")").build();
  }

  private CodeBlock call(Site.Function function) {
    CodeBlock.Builder out = CodeBlock.builder();
    out.add(
        "$T.call($S, $T.class, $S",
        MACHINE_TYPE,
        function.name(),
        ClassName.get(function.owner()),
        function.method());
    for (TypeMirror parameter : function.parameterTypes()) {
      out.add(", $T.class", TypeName.get(parameter));
    }
    out.add(")$>$>");
    for (Site.Argument argument : function.arguments()) {
      out.add("\n.argument($S, $L)", argument.name(), types.of(argument.type()));
    }
    return returns(out, function.result());
  }

  private CodeBlock call(Site.Inline inline) {
    CodeBlock.Builder out = CodeBlock.builder();
    out.add("$T.inline($S)$>$>", MACHINE_TYPE, inline.name());
    for (Variable captured : inline.captures()) {
      out.add("\n.argument($S, $L)", captured.name(), types.of(captured.type()));
    }
    return returns(out, inline.result());
  }

  private CodeBlock returns(CodeBlock.Builder out, TypeMirror result) {
    if (result.getKind() != TypeKind.VOID) {
      out.add("\n.returns($L)", types.of(result));
    }
    return out.add("$<$<").build();
  }
}
