package dev.everstep.processor.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.attribution.AttributedWorkflow;
import dev.everstep.processor.support.InMemory;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** What a type's declaration says about storing its values. */
class StorabilityTest {

  /**
   * Returns why the types of a class's fields cannot be stored, by field; {@code ""} if they can.
   */
  private static Map<String, String> objections(String members) {
    AttributedWorkflow type =
        InMemory.attribute(
            new InMemory.Source(
                "app.Types",
                """
                package app;
                import com.fasterxml.jackson.annotation.JsonTypeInfo;
                import java.util.*;
                class Types<T> {
                %s}
                """
                    .formatted(members.indent(2))),
            "app.Types");
    Storability storability = new Storability(type.elements(), type.types());
    Map<String, String> why = new TreeMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.element().getEnclosedElements())) {
      why.put(
          field.getSimpleName().toString(),
          storability.objection(field.asType()).map(Storability.Reason::why).orElse(""));
    }
    return why;
  }

  @Test
  void storesDataOfEveryShape() {
    assertThat(
            objections(
                """
                int[] primitives;
                Void nothing;
                List<? extends Number> bounded;
                List<String>[] arrayOfLists;
                Map<String, Set<Integer>> nested;
                IllegalStateException failure;
                Lease closeable;
                Mode constants;
                Told told;
                com.fasterxml.jackson.databind.JsonNode tree;
                Shape sealed;
                record Lease(String id) implements AutoCloseable { public void close() {} }
                enum Mode implements AutoCloseable { A { public void close() {} } }
                @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) abstract static class Told {}
                sealed interface Shape permits Circle {}
                record Circle(int radius) implements Shape {}
                """))
        .allSatisfy((field, why) -> assertThat(why).as(field).isEmpty())
        .hasSize(11);
  }

  @Test
  void refusesWhatNoClassCanBeReadFor() {
    assertThat(
            objections(
                """
                List raw;
                List<?> unbounded;
                List<? super Integer> lowerBounded;
                List<Object> objects;
                T variable;
                Inner inner;
                Open open;
                Maker maker;
                class Inner {}
                abstract static class Open {}
                @FunctionalInterface interface Maker { String make(); }
                """))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "raw", "its type arguments are missing",
                    "unbounded", "the class of its value is not known from ?",
                    "lowerBounded", "the class of its value is not known from ?",
                    "objects", "the class of its value is not known from Object",
                    "variable", "the class of its value is not known from a type variable",
                    "inner", "its class is an inner class",
                    "open", "it is abstract, and nothing says which class to read",
                    "maker", "a function object cannot be stored")));
  }

  @Test
  void refusesWhatEndsWithItsProcessInsideACollectionToo() {
    assertThat(
            objections(
                """
                Thread[] threads;
                Map<String, Optional<java.io.InputStream>> streams;
                """))
        .containsEntry("threads", "a thread ends with its process")
        .containsEntry("streams", "an open resource ends with its process");
  }
}
