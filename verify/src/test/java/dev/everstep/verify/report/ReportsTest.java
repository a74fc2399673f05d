package dev.everstep.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.everstep.verify.Counts;
import dev.everstep.verify.Finding;
import dev.everstep.verify.Frame;
import dev.everstep.verify.Notice;
import dev.everstep.verify.Report;
import dev.everstep.verify.Severity;
import dev.everstep.verify.Suppressed;
import dev.everstep.verify.VerifyCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema is the one of OASIS, 2.1.0 rtm.5. */
class ReportsTest {
  private static final Frame BODY = new Frame("app.Orders", "place", "Orders.java", 29, true);
  private static final Frame HELPER = new Frame("app.Ids", "next", "Ids.java", 5, true);
  private static final Frame LIBRARY = new Frame("lib.Unique", "id", null, 0, false);

  private static final Finding FORBIDDEN =
      finding(
          "java.util.UUID#randomUUID()", Severity.FORBID, List.of(BODY, HELPER, LIBRARY), false);
  private static final Finding WARNED =
      finding("java.lang.System::out", Severity.WARN, List.of(BODY), false);
  private static final Finding KNOWN =
      finding("java.lang.Math#random()", Severity.FORBID, List.of(BODY), true);

  private static final Report REPORT =
      new Report(
          List.of(FORBIDDEN, WARNED, KNOWN),
          List.of(new Suppressed(WARNED, "app.Orders", "shown \"once\"")),
          List.of(new Notice(VerifyCode.ES622, "no reason: at=app.Orders.")),
          new Counts(1, 7, 3, 0, 2),
          Duration.ofMillis(1234));

  private static Finding finding(String call, Severity severity, List<Frame> chain, boolean known) {
    return new Finding(
        "random/" + call,
        "random",
        call,
        severity,
        "app.Orders.place",
        chain,
        "another on replay",
        severity == Severity.WARN ? null : "ctx.uuid()",
        "0123456789abcdef",
        known);
  }

  @Test
  void textShowsEachFreshFindingWithItsWayFromTheCallToTheBody() {
    assertThat(TextReport.of(REPORT, false))
        .isEqualTo(
            """
            [ES620] a nondeterministic call in a workflow body: java.util.UUID#randomUUID() [random]
              body  app.Orders.place
              at    lib.Unique.id(Unknown Source)
              from  app.Ids.next(Ids.java:5)
              from  app.Orders.place(Orders.java:29)
              why   another on replay
              use   ctx.uuid()

            [ES621] a call that may be nondeterministic in a workflow body: java.lang.System::out [random]
              body  app.Orders.place
              at    app.Orders.place(Orders.java:29)
              why   another on replay

            [ES622] no reason: at=app.Orders. docs/errors/ES622.md

            1 body: 1 forbidden call, 1 warning, 1 of the baseline, 1 said to make no difference (1.2 s)
            """);
  }

  @Test
  void textIsColouredIfAsked() {
    assertThat(TextReport.of(REPORT, true))
        .startsWith("\u001b[31m[ES620]\u001b[0m a nondeterministic call")
        .contains("\u001b[1mjava.util.UUID#randomUUID()\u001b[0m", "\u001b[33m[ES621]\u001b[0m");
  }

  @Test
  void textShortensLongWaysInTheMiddle() {
    List<Frame> chain = new ArrayList<>(List.of(BODY));
    IntStream.rangeClosed(1, 19)
        .forEach(i -> chain.add(new Frame("lib.L" + i, "call", "L.java", i, false)));
    Report report =
        new Report(
            List.of(finding("java.lang.Math#random()", Severity.FORBID, chain, false)),
            List.of(),
            List.of(),
            new Counts(1, 20, 20, 0, 1),
            Duration.ZERO);

    assertThat(TextReport.of(report, false))
        .contains(
            "  at    lib.L19.call(L.java:19)\n", "lib.L15.", "        ... 10 more\n", "lib.L4.")
        .contains("  from  app.Orders.place(Orders.java:29)\n")
        .doesNotContain("lib.L14.", "lib.L5.");
  }

  @Test
  void jsonHoldsAllOfTheReport() throws IOException {
    JsonNode json = new ObjectMapper().readTree(JsonReport.of(REPORT));

    assertThat(json.path("findings")).hasSize(3);
    JsonNode first = json.path("findings").path(0);
    assertThat(first.path("call").asText()).isEqualTo("java.util.UUID#randomUUID()");
    assertThat(first.path("severity").asText()).isEqualTo("forbid");
    assertThat(first.path("chain").path(2).toString())
        .isEqualTo("{\"class\":\"lib.Unique\",\"method\":\"id\",\"project\":false}");
    assertThat(json.path("findings").path(2).path("known").asBoolean()).isTrue();
    assertThat(json.path("suppressed").path(0).path("reason").asText()).isEqualTo("shown \"once\"");
    assertThat(json.path("notices").path(0).path("error").asBoolean()).isTrue();
    assertThat(json.path("counts").path("methods").asInt()).isEqualTo(7);
    assertThat(json.path("millis").asLong()).isEqualTo(1234);
  }

  @Test
  void sarifIsValid(@TempDir Path base) throws IOException {
    Path sources = base.resolve("src/main/java");
    Files.createDirectories(sources.resolve("app"));
    Files.writeString(sources.resolve("app/Ids.java"), "");
    JsonNode sarif = new ObjectMapper().readTree(SarifReport.of(REPORT, List.of(sources), base));

    assertThat(schema().validate(sarif)).isEmpty();
    JsonNode result = sarif.at("/runs/0/results/0");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("src/main/java/app/Ids.java");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(5);
    assertThat(result.at("/codeFlows/0/threadFlows/0/locations")).hasSize(3);
    assertThat(result.at("/partialFingerprints/everstepCall~1v1").asText())
        .isEqualTo("0123456789abcdef");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(sarif.at("/runs/0/results/2/baselineState").asText()).isEqualTo("unchanged");
    assertThat(sarif.at("/runs/0/results/3/suppressions/0/justification").asText())
        .isEqualTo("shown \"once\"");
    assertThat(sarif.at("/runs/0/tool/driver/rules")).hasSize(3);
  }

  @Test
  void theSchemaRefusesALogThatIsWrong() throws IOException {
    String wrong = SarifReport.of(REPORT, List.of(), null).replace("\"error\"", "\"worse\"");

    assertThat(schema().validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = ReportsTest.class.getResourceAsStream("/sarif-schema-2.1.0.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(in);
    }
  }
}
