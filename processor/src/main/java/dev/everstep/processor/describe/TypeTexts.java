package dev.everstep.processor.describe;

import dev.everstep.processor.model.LocalType;
import dev.everstep.processor.text.TypeText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The texts of types in a descriptor, where a method's own types are members of its machine. */
final class TypeTexts {
  private final Map<Element, String> local = new HashMap<>();

  TypeTexts(List<Descriptor.Method> methods) {
    for (Descriptor.Method method : methods) {
      for (LocalType type : method.body().types()) {
        local.put(type.element(), method.machine() + "." + type.path());
      }
    }
  }

  /** Returns the full name of a class; empty if it has none. */
  String name(TypeElement type) {
    for (Element at = type; at instanceof TypeElement one; at = at.getEnclosingElement()) {
      if (local.containsKey(one)) {
        return one.equals(type)
            ? local.get(one)
            : name((TypeElement) type.getEnclosingElement()) + "." + type.getSimpleName();
      }
    }
    return type.getQualifiedName().toString();
  }

  String of(TypeMirror type) {
    return TypeText.stored(type, this::name);
  }

  /** Returns a name with its type. */
  Map<String, Object> typed(String name, TypeMirror type) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("type", of(type));
    return one;
  }
}
