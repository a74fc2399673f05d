package dev.everstep.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.everstep.processor.migrate.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes how the user's migration code is called. */
final class HookWriter {
  private static final ClassName MIGRATION = ClassName.get("dev.everstep.machine", "Migration");

  private final TypeCode types;

  HookWriter(TypeCode types) {
    this.types = types;
  }

  CodeBlock write(Hook hook) {
    CodeBlock.Builder out = CodeBlock.builder();
    out.add("\n.migrates(\n$>$>$T.of($S, $S)$>$>", MIGRATION, hook.from(), hook.to());
    for (Hook.Value local : hook.takes()) {
      String former = local.former().isEmpty() ? "" : ", " + strings(local.former());
      out.add("\n.takes($S, $L$L)", local.name(), types.of(local.type()), former);
    }
    List<Hook.Value> arguments = hook.takesArguments();
    if (arguments != null) {
      out.add("\n.takesArguments()");
      for (Hook.Value argument : arguments) {
        out.add("\n.takesArgument($S, $L)", argument.name(), types.of(argument.type()));
      }
    }
    out.add("\n.gives($L)", strings(hook.locals()));
    if (hook.arguments() != null) {
      out.add("\n.givesArguments($L)", strings(hook.arguments()));
    }
    if (hook.chained()) {
      out.add("\n.chained()");
    }
    out.add("\n.by(in -> {\n$>");
    out.add(
        "$T out = $T.$L($L);\n",
        TypeName.get(hook.element().getReturnType()),
        ClassName.get(hook.owner()),
        hook.element().getSimpleName(),
        given(hook));
    out.add("return new Object[] {$L};\n$<})$<$<$<$<)", results(hook));
    return out.build();
  }

  private static String strings(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
  }

  private static CodeBlock given(Hook hook) {
    List<CodeBlock> all = new ArrayList<>();
    int local = 0;
    int argument = hook.takes().size();
    for (Hook.Parameter parameter : hook.parameters()) {
      if (parameter.record() == null) {
        all.add(in(parameter.value(), local++));
      } else {
        List<CodeBlock> parts = new ArrayList<>();
        for (Hook.Value one : parameter.arguments()) {
          parts.add(in(one, argument++));
        }
        all.add(
            CodeBlock.of(
                "new $T($L)", ClassName.get(parameter.record()), CodeBlock.join(parts, ", ")));
      }
    }
    return CodeBlock.join(all, ", ");
  }

  private static CodeBlock in(Hook.Value value, int index) {
    return CodeBlock.of("($T) in[$L]", TypeName.get(value.type()), index);
  }

  private static String results(Hook hook) {
    List<String> all = new ArrayList<>();
    hook.locals().forEach(name -> all.add("out." + name + "()"));
    if (hook.arguments() != null) {
      hook.arguments().forEach(name -> all.add("out." + Hook.ARGUMENTS + "()." + name + "()"));
    }
    return String.join(", ", all);
  }
}
