package dev.everstep.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example commits the step graphs of its workflows, as a user does. */
class BaselinesTest {
  private static final Path BASELINES = Repository.ROOT.resolve("example-app/src/main/everstep");

  @ParameterizedTest
  @ValueSource(strings = {"Research", "PlaceOrder"})
  void theCommittedBaselineIsTheStepGraphOfTheCode(String workflow) throws IOException {
    String compiled;
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/META-INF/everstep/" + workflow + ".json"))) {
      compiled = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Path baseline = BASELINES.resolve(workflow + ".json");
    if (Repository.WRITE) {
      Files.writeString(baseline, compiled);
    }

    assertThat(withoutPlaces(Repository.read(baseline)))
        .as("-Deverstep.goldens=write accepts it")
        .isEqualTo(withoutPlaces(compiled));
  }

  @Test
  void everyBaselineIsOfAWorkflow() throws IOException {
    try (Stream<Path> files = Files.list(BASELINES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("Research.json", "PlaceOrder.json");
    }
  }

  private static JsonNode withoutPlaces(String graph) throws IOException {
    JsonNode root = new JsonMapper().readTree(graph);
    for (JsonNode method : root.path("methods")) {
      ((ObjectNode) method).remove("line");
      for (JsonNode point : method.path("points")) {
        ((ObjectNode) point).remove(List.of("line", "column"));
      }
    }
    return root;
  }
}
