package dev.everstep.processor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineReaderTest {
  private static final String POINT =
      """
      {"id": "step:a#2", "name": "step:a", "index": 4, "call": "c1", "segment": "s1",
       "live": [{"name": "x", "type": "int"}], "kind": "step"}""";
  private static final String RETIRED = "{\"id\": \"sleep\", \"index\": 1, \"call\": \"c2\"}";
  private static final String GRAPH =
      """
      {"format": 1, "kind": "workflow", "workflow": "Flow", "methods": [
        {"name": "run", "points": [%s], "retired": [%s]},
        {"name": "price", "points": [%s], "retired": []}],
       "removed": [{"name": "tax", "retired": [%s]}]}
      """
          .formatted(POINT, RETIRED, POINT, RETIRED);

  @Test
  void readsWhatIdentitiesNeed() throws BaselineException {
    Baseline baseline = BaselineReader.read(GRAPH, "Flow");

    Baseline.Point point =
        new Baseline.Point(
            "step:a#2",
            4,
            new Traits("step:a", "c1", "s1", Set.of("x")),
            List.of(new Baseline.Local("x", "int", "", List.of())));
    Baseline.Point retired =
        new Baseline.Point("sleep", 1, new Traits("sleep", "c2", "", Set.of()));
    assertThat(baseline.entry())
        .isEqualTo(new Baseline.Method("run", List.of(point), List.of(retired)));
    assertThat(baseline.helper("price").points()).containsExactly(point);
    assertThat(baseline.helper("tax").retired()).containsExactly(retired);
    assertThat(baseline.helper("new")).isEqualTo(new Baseline.Method("new", List.of(), List.of()));
    assertThat(baseline.removed(Set.of("tax")))
        .containsExactly(new Baseline.Method("price", List.of(), List.of(point)));
  }

  @Test
  void readsTheStepGraphOfAClassWithDurableMethods() throws BaselineException {
    String graph =
        GRAPH.replace("\"kind\": \"workflow\"", "\"kind\": \"durable\", \"class\": \"app.Out$In\"");

    Baseline baseline = BaselineReader.readShared(graph, "app.Out.In");

    assertThat(baseline.entry()).isEqualTo(new Baseline.Method("", List.of(), List.of()));
    assertThat(baseline.helper("run").points()).hasSize(1);
    assertThat(baseline.removed(Set.of("run", "tax")))
        .extracting(Baseline.Method::name)
        .containsExactly("price");
    assertThatThrownBy(() -> BaselineReader.readShared(graph, "app.Other"))
        .hasMessage("it is of class app.Out.In");
    assertThatThrownBy(() -> BaselineReader.readShared(GRAPH, "app.Out.In"))
        .hasMessageContaining("it is of kind \"workflow\", not \"durable\"");
  }

  @Test
  void refusesWhatIsNoStepGraphOfTheWorkflow() {
    refused("[1]", "the file is not an object");
    refused("{", "it is not JSON: line 1, column 2: a string was expected");
    refused("<<<<<<< HEAD\n" + GRAPH, "it is not JSON: line 1, column 1: a value was expected");
    refused("{}", "\"format\" of the file is not a whole number");
    refused(GRAPH.replace(": 1, \"kind\"", ": 2, \"kind\""), "it has format 2, known is 1");
    refused(GRAPH.replace("\"workflow\",", "\"library\","), "it is of kind \"library\"");
    refused(GRAPH.replace("Flow", "Other"), "it is of workflow Other");
    refused(GRAPH.replace("\"id\": \"sleep\"", "\"id\": 3"), "\"id\" of a point of method run");
    refused(GRAPH.replace("\"index\": 4", "\"index\": 0"), "\"index\" of point step:a#2 is 0");
    refused(GRAPH.replace("\"index\": 4", "\"index\": 4.5"), "\"index\" of point step:a#2 is not");
    refused(GRAPH.replace("\"segment\"", "\"part\""), "\"segment\" of point step:a#2 is not");
    refused(GRAPH.replace("\"call\"", "\"calls\""), "\"call\" of point step:a#2 is not a string");
    refused(GRAPH.replace("\"points\"", "\"dots\""), "\"points\" of method run is not an array");
    refused(GRAPH.replace("\"price\"", "\"run\""), "method run is there twice in the workflow");
    refused(GRAPH.replace("\"index\": 1", "\"index\": 4"), "index 4 is there twice in method run");
    refused(GRAPH.replace("\"sleep\"", "\"step:a#2\""), "id step:a#2 is there twice in method run");
    refused(
        "{\"format\": 1, \"kind\": \"workflow\", \"workflow\": \"Flow\", \"methods\": []}",
        "\"methods\" is empty");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> BaselineReader.read(text, "Flow"))
        .isInstanceOf(BaselineException.class)
        .hasMessageStartingWith(message);
  }
}
