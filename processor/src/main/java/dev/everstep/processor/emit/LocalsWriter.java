package dev.everstep.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Variable;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that holds the fields of the frame, and the access to them by index. */
final class LocalsWriter {
  private final Body body;
  private final Frame frame;
  private final Names names;
  private final TypeNames types;

  LocalsWriter(Body body, Frame frame, Names names) {
    this.body = body;
    this.frame = frame;
    this.names = names;
    this.types = new TypeNames(body);
  }

  void write(TypeSpec.Builder out) {
    out.addMethod(get()).addMethod(set());
    TypeSpec.Builder locals =
        TypeSpec.classBuilder(names.locals())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    for (TypeVariableName variable : MachineWriter.variables(body)) {
      locals.addTypeVariable(variable);
    }
    for (Variable field : frame.fields()) {
      locals.addField(types.of(field), frame.name(field));
    }
    out.addType(locals.build());
  }

  private MethodSpec get() {
    MethodSpec.Builder out =
        MachineWriter.override("local", Modifier.PUBLIC)
            .returns(Object.class)
            .addParameter(int.class, "index");
    List<Variable> stored = frame.stored();
    if (stored.isEmpty()) {
      return out.addCode(MachineWriter.unknown("local", "index")).build();
    }
    out.beginControlFlow("switch (index)");
    for (int i = 0; i < stored.size(); i++) {
      out.addCode(
          "case $L:\n$>return this.$L.$L;\n$<", i, names.frame(), frame.name(stored.get(i)));
    }
    out.addCode("default:\n$>").addCode(MachineWriter.unknown("local", "index")).addCode("$<");
    return out.endControlFlow().build();
  }

  private MethodSpec set() {
    MethodSpec.Builder out =
        MachineWriter.override("local", Modifier.PUBLIC)
            .addParameter(int.class, "index")
            .addParameter(Object.class, "value");
    List<Variable> stored = frame.stored();
    if (stored.isEmpty()) {
      return out.addCode(MachineWriter.unknown("local", "index")).build();
    }
    out.beginControlFlow("switch (index)");
    for (int i = 0; i < stored.size(); i++) {
      TypeName type = types.of(stored.get(i));
      out.addCode("case $L:\n$>", i);
      if (type.isPrimitive()) {
        out.addCode(
            "this.$L.$L = value == null ? $L : ($T) value;\n",
            names.frame(),
            frame.name(stored.get(i)),
            zero(type),
            type.box());
      } else {
        out.addCode("this.$L.$L = ($T) value;\n", names.frame(), frame.name(stored.get(i)), type);
      }
      out.addCode("break;\n$<");
    }
    out.addCode("default:\n$>").addCode(MachineWriter.unknown("local", "index")).addCode("$<");
    return out.endControlFlow().build();
  }

  private static String zero(TypeName type) {
    if (type.equals(TypeName.BOOLEAN)) {
      return "false";
    }
    return type.equals(TypeName.CHAR) ? "'\\0'" : "0";
  }
}
