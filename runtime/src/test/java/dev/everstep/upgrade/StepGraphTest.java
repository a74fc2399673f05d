package dev.everstep.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepGraphTest {
  @Test
  void readsWhatTheCompilerWrites() {
    StepGraph graph =
        Graphs.workflow()
            .method(
                "run",
                "url:java.lang.String",
                Graphs.step("A.f", "u:java.lang.String@m", "n:int@k"))
            .types("\"app.P\":{\"kind\":\"record\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}")
            .graph();

    assertThat(graph.name()).isEqualTo("W");
    StepGraph.Point point = graph.entry().orElseThrow().point("step:A.f").orElseThrow();
    assertThat(point.function()).isEqualTo("A.f");
    assertThat(point.live().get(0).made()).isEqualTo("k");
    assertThat(graph.types().get("app.P").fields().get(0).name()).isEqualTo("x");
  }

  @Test
  void passesOverFieldsOfLaterVersions() {
    String text = Graphs.workflow().method("run", "").text();

    StepGraph graph =
        StepGraph.parse(text.replace("\"format\":1,", "\"format\":1,\"later\":{\"a\":[]},"), "f");

    assertThat(graph.methods()).hasSize(1);
  }

  @Test
  void refusesAnotherFormat() {
    String text = Graphs.workflow().method("run", "").text();

    assertThatThrownBy(
            () -> StepGraph.parse(text.replace("\"format\":1", "\"format\":2"), "W.json"))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessage(
            "[ES631] a step graph has another format: file=W.json, format=2, known=1. Use the"
                + " version of Everstep that wrote it, or a later one. docs/errors/ES631.md");
  }

  @Test
  void namesFileAndFieldOfWhatIsWrong(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("W.json"),
            Graphs.workflow()
                .method("run", "", Graphs.sleep(""))
                .text()
                .replace("\"id\":\"sleep\"", "\"id\":7"));

    assertThatThrownBy(() -> StepGraphs.read(directory))
        .hasMessage(
            "[ES630] not a step graph: file="
                + file
                + ", field=methods[0].points[0].id is not a string. Restore the file from version"
                + " control, or compile anew. docs/errors/ES630.md");
  }

  @Test
  void refusesWhatIsNotJson() {
    assertThatThrownBy(() -> StepGraph.parse("<<<<<<< HEAD", "W.json"))
        .isInstanceOfSatisfying(
            UnreadableGraphException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ES630))
        .hasMessageContaining("file=W.json, it is not JSON");
  }

  @Test
  void refusesTwoGraphsOfOneWorkflow(@TempDir Path directory) throws Exception {
    String text = Graphs.workflow().method("run", "").text();
    Path first = Files.writeString(directory.resolve("W-old.json"), text);
    Path second = Files.writeString(directory.resolve("W.json"), text);

    assertThatThrownBy(() -> StepGraphs.read(directory))
        .hasMessageContaining("[ES630] two step graphs of one workflow: workflow=")
        .hasMessageContaining("files=[" + first + ", " + second + "]. Delete the one");
  }

  @Test
  void aTypeThatIsNestedTooDeeplyCannotBeRead() {
    TypeRef type = TypeRef.of("List<".repeat(100_000));

    int depth = 0;
    for (; !type.arguments().isEmpty(); type = type.arguments().get(0)) {
      depth++;
    }
    assertThat(depth).isEqualTo(100);
    assertThat(type.name()).isEqualTo("?");
  }

  @Test
  void hasNoGraphsWithoutADirectory(@TempDir Path directory) {
    assertThat(StepGraphs.read(directory.resolve("none")).all()).isEmpty();
  }
}
