package dev.everstep.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Writes the calls of functions, and a method for each inline step. */
final class CallWriter {
  private static final ClassName INVOCATION = ClassName.get("dev.everstep.machine", "Invocation");

  /** How many steps are called in one method: a method holds 64 KiB of byte code at most. */
  private static final int STEPS_MAX = 300;

  private final Body body;
  private final Names names;
  private final TypeNames types;

  CallWriter(Body body, Names names) {
    this.body = body;
    this.names = names;
    this.types = new TypeNames(body);
  }

  void write(TypeSpec.Builder out) {
    MethodSpec.Builder call = MachineWriter.override("call", Modifier.PUBLIC);
    // A baseline gives indices in any order, and each part takes those up to its last.
    List<Site> steps =
        body.sites().stream()
            .filter(CallWriter::isStep)
            .sorted(Comparator.comparingInt(Site::index))
            .toList();
    List<MethodSpec> parts = new ArrayList<>();
    for (int to = STEPS_MAX; to < steps.size(); to += STEPS_MAX) {
      String name = "call" + (parts.size() + 1);
      call.beginControlFlow("if (point <= $L)", steps.get(to - 1).index())
          .addStatement("return $L(point, in)", name)
          .endControlFlow();
      MethodSpec.Builder part = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
      parts.add(calls(part, steps.subList(to - STEPS_MAX, to)));
    }
    out.addMethod(calls(call, steps.subList(parts.size() * STEPS_MAX, steps.size())));
    parts.forEach(out::addMethod);
    for (Site site : steps) {
      if (site.call() instanceof Site.Inline inline) {
        out.addMethod(method(site, inline));
      }
    }
  }

  private MethodSpec calls(MethodSpec.Builder call, List<Site> steps) {
    call.returns(Object.class)
        .addParameter(int.class, "point")
        .addParameter(INVOCATION, "in")
        .addException(Throwable.class);
    if (steps.isEmpty()) {
      return call.addCode(MachineWriter.unknown("step", "point")).build();
    }
    call.beginControlFlow("switch (point)");
    for (Site site : steps) {
      call.addCode("case $L:\n$>$L", site.index(), Marks.exact(site.place().line()));
      call.addCode(call(site)).addCode("$<");
    }
    call.addCode("default:\n$>").addCode(MachineWriter.unknown("step", "point")).addCode("$<");
    return call.endControlFlow().build();
  }

  private static boolean isStep(Site site) {
    return site.call() instanceof Site.Function || site.call() instanceof Site.Inline;
  }

  private CodeBlock call(Site site) {
    List<CodeBlock> arguments = new ArrayList<>();
    CodeBlock target;
    TypeMirror result;
    if (site.call() instanceof Site.Function function) {
      if (function.takesContext()) {
        arguments.add(CodeBlock.of("in.context()"));
      }
      for (int i = 0; i < function.arguments().size(); i++) {
        arguments.add(argument(function.arguments().get(i).type(), i));
      }
      ClassName receiver = ClassName.get(function.receiver());
      target =
          function.isStatic()
              ? CodeBlock.of("$T.$L", receiver, function.method())
              : CodeBlock.of("in.instance($T.class).$L", receiver, function.method());
      result = function.result();
    } else {
      Site.Inline inline = (Site.Inline) site.call();
      for (int i = 0; i < inline.captures().size(); i++) {
        arguments.add(argument(inline.captures().get(i).type(), i));
      }
      target = CodeBlock.of("$L", name(site));
      result = inline.result();
    }
    CodeBlock call = CodeBlock.of("$L($L)", target, CodeBlock.join(arguments, ", "));
    return result.getKind() == TypeKind.VOID
        ? CodeBlock.of("$L;\nreturn null;\n", call)
        : CodeBlock.of("return $L;\n", call);
  }

  private CodeBlock argument(TypeMirror type, int index) {
    return CodeBlock.of("in.<$T>argument($L)", types.of(type).box(), index);
  }

  private static String name(Site site) {
    return "step" + site.index();
  }

  private MethodSpec method(Site site, Site.Inline inline) {
    CodeBlock.Builder code = CodeBlock.builder().add("$L", Marks.loose(site.place().line()));
    boolean isVoid = inline.result().getKind() == TypeKind.VOID;
    if (!inline.isBlock() && !isVoid) {
      code.add("return ");
    }
    for (Piece piece : inline.body().pieces()) {
      if (piece instanceof Piece.Text text) {
        code.add("$L", Marks.text(text));
      } else if (piece instanceof Piece.Inner inner) {
        code.add("$L", inner.name());
      } else if (piece instanceof Piece.TypeName type) {
        code.add("$T", types.of(type.type()));
      } else if (piece instanceof Piece.Self) {
        code.add("$L", names.self());
      } else {
        throw new AssertionError("unhandled: " + piece);
      }
    }
    code.add(inline.isBlock() ? "\n" : ";\n");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name(site))
            .addModifiers(Modifier.PRIVATE)
            .returns(isVoid ? TypeName.VOID : types.of(inline.result()))
            .addException(Throwable.class);
    for (Variable captured : inline.captures()) {
      method.addParameter(types.of(captured), captured.name());
    }
    return method
        .addComment("$L, line $L", site.id(), site.place().line())
        .addCode(code.build())
        .build();
  }
}
