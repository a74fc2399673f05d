package dev.everstep.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.LocalType;
import dev.everstep.processor.model.Variable;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The names of types in a machine, where the method's own types are members. */
final class TypeNames {
  private final Map<Element, ClassName> local = new HashMap<>();

  TypeNames(Body body) {
    for (LocalType type : body.types()) {
      ClassName member = ClassName.get("", type.member());
      local.put(type.element(), type.holder() == null ? member : member.nestedClass(type.name()));
    }
  }

  /** Returns the type of a field; what has no name is an {@code Object} there. */
  TypeName of(Variable variable) {
    return variable.type().getKind() == TypeKind.INTERSECTION
        ? ClassName.get(Object.class)
        : of(variable.type());
  }

  TypeName of(TypeMirror type) {
    if (local.isEmpty()) {
      return TypeName.get(type);
    }
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(of(array.getComponentType()));
    }
    if (type instanceof WildcardType wildcard) {
      if (wildcard.getExtendsBound() != null) {
        return WildcardTypeName.subtypeOf(of(wildcard.getExtendsBound()));
      }
      return wildcard.getSuperBound() == null
          ? TypeName.get(type)
          : WildcardTypeName.supertypeOf(of(wildcard.getSuperBound()));
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return TypeName.get(type);
    }
    DeclaredType declared = (DeclaredType) type;
    if (declared.getTypeArguments().isEmpty()) {
      return isLocal(declared.asElement())
          ? name((TypeElement) declared.asElement())
          : TypeName.get(type);
    }
    TypeName[] arguments =
        declared.getTypeArguments().stream().map(this::of).toArray(TypeName[]::new);
    return declared.getEnclosingType() instanceof DeclaredType outer
            && !outer.getTypeArguments().isEmpty()
        ? TypeName.get(type)
        : ParameterizedTypeName.get(name((TypeElement) declared.asElement()), arguments);
  }

  /** Returns the name of a class without its type arguments. */
  ClassName name(TypeElement type) {
    if (!isLocal(type)) {
      return ClassName.get(type);
    }
    return local.containsKey(type)
        ? local.get(type)
        : name((TypeElement) type.getEnclosingElement())
            .nestedClass(type.getSimpleName().toString());
  }

  private boolean isLocal(Element type) {
    for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
      if (local.containsKey(at)) {
        return true;
      }
    }
    return false;
  }
}
