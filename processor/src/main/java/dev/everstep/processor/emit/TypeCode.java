package dev.everstep.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Expressions whose value is a {@code java.lang.reflect.Type}. */
final class TypeCode {
  private static final ClassName TYPES = ClassName.get("dev.everstep.machine", "Types");

  private final TypeNames names;

  TypeCode(TypeNames names) {
    this.names = names;
  }

  CodeBlock of(TypeMirror type) {
    if (type instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null
          ? CodeBlock.of("$T.class", Object.class)
          : of(wildcard.getExtendsBound());
    }
    if (type instanceof TypeVariable variable
        && variable.asElement() instanceof TypeParameterElement parameter
        && parameter.getGenericElement() instanceof Parameterizable method) {
      return CodeBlock.of("$T.parameter($L)", TYPES, method.getTypeParameters().indexOf(parameter));
    }
    if (type instanceof ArrayType array && isGeneric(array.getComponentType())) {
      return CodeBlock.of("$T.arrayOf($L)", TYPES, of(array.getComponentType()));
    }
    if (type instanceof DeclaredType declared && isGeneric(type)) {
      List<CodeBlock> parts = new ArrayList<>();
      parts.add(CodeBlock.of("$T.class", names.name((TypeElement) declared.asElement())));
      declared.getTypeArguments().forEach(argument -> parts.add(of(argument)));
      return CodeBlock.of("$T.of($L)", TYPES, CodeBlock.join(parts, ", "));
    }
    return CodeBlock.of("$T.class", names.of(type));
  }

  private static boolean isGeneric(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isGeneric(array.getComponentType());
    }
    return type.getKind() == TypeKind.TYPEVAR
        || type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty();
  }
}
