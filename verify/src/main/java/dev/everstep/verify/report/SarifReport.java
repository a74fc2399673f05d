package dev.everstep.verify.report;

import dev.everstep.verify.Finding;
import dev.everstep.verify.Frame;
import dev.everstep.verify.Notice;
import dev.everstep.verify.Report;
import dev.everstep.verify.Severity;
import dev.everstep.verify.Suppressed;
import dev.everstep.verify.VerifyCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as a SARIF 2.1.0 log. A result stands at the last place of the project on the way to its
 * call, where it can be mended; its code flow goes on into the library. Findings of the baseline
 * are {@code unchanged}, and suppressed ones say why.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String FINGERPRINT = "everstepCall/v1";
  private static final String ROOT = "SRCROOT";

  private final Json json = new Json();
  private final List<Path> sources;
  private final @Nullable Path base;
  private final Map<String, Finding> rules = new LinkedHashMap<>();
  private final List<String> ruleIds = new ArrayList<>();

  private SarifReport(List<Path> sources, @Nullable Path base) {
    this.sources = sources;
    this.base = base == null ? null : base.toAbsolutePath().normalize();
  }

  /**
   * Returns the log, with a line end.
   *
   * @param sources source folders, in which the files of findings are looked for
   * @param base the directory that paths are relative to; null for paths below the source folders
   */
  public static String of(Report report, List<Path> sources, @Nullable Path base) {
    return new SarifReport(sources, base).write(report) + "\n";
  }

  private Json write(Report report) {
    report.findings().forEach(finding -> rules.putIfAbsent(finding.rule(), finding));
    report.suppressed().forEach(s -> rules.putIfAbsent(s.finding().rule(), s.finding()));
    ruleIds.addAll(rules.keySet());
    return json.object(
        () -> {
          json.member("$schema", SCHEMA);
          json.member("version", "2.1.0");
          json.name("runs").array(() -> json.next().object(() -> run(report)));
        });
  }

  private void run(Report report) {
    json.name("tool").object(() -> json.name("driver").object(this::driver));
    json.name("invocations").array(() -> json.next().object(() -> invocation(report)));
    json.member("columnKind", "utf16CodeUnits");
    json.name("results")
        .array(
            () -> {
              for (Finding finding : report.findings()) {
                json.next().object(() -> result(finding, null));
              }
              for (Suppressed each : report.suppressed()) {
                json.next().object(() -> result(each.finding(), each));
              }
            });
  }

  private void driver() {
    json.member("name", "Everstep verify");
    json.name("rules")
        .array(
            () -> {
              for (Map.Entry<String, Finding> rule : rules.entrySet()) {
                json.next().object(() -> rule(rule.getKey(), rule.getValue()));
              }
            });
    json.name("notifications")
        .array(
            () -> {
              for (VerifyCode code : VerifyCode.values()) {
                json.next()
                    .object(
                        () -> {
                          json.member("id", code.name());
                          text("shortDescription", code.title());
                        });
              }
            });
  }

  private void rule(String id, Finding finding) {
    json.member("id", id);
    text("shortDescription", finding.call() + " in a workflow body: " + finding.reason());
    String use = finding.replacement();
    text("help", use == null ? "Call it in a step." : "Use " + use + ".");
    json.name("defaultConfiguration").object(() -> json.member("level", level(finding)));
    json.name("properties")
        .object(
            () ->
                json.name("tags")
                    .array(
                        () -> {
                          json.next().value("determinism");
                          json.next().value(finding.group());
                        }));
  }

  private void invocation(Report report) {
    json.member("executionSuccessful", true);
    json.name("toolExecutionNotifications")
        .array(
            () -> {
              for (Notice notice : report.notices()) {
                json.next().object(() -> notification(notice));
              }
            });
  }

  private void notification(Notice notice) {
    json.member("level", notice.isError() ? "error" : "warning");
    text("message", notice.message());
    json.name("descriptor").object(() -> json.member("id", notice.code().name()));
  }

  private void result(Finding finding, @Nullable Suppressed suppressed) {
    json.member("ruleId", finding.rule());
    json.member("ruleIndex", ruleIds.indexOf(finding.rule()));
    json.member("level", level(finding));
    text("message", message(finding));
    json.name("locations").array(() -> json.next().object(() -> location(finding.lastOfProject())));
    json.name("codeFlows")
        .array(
            () ->
                json.next()
                    .object(
                        () ->
                            json.name("threadFlows")
                                .array(() -> json.next().object(() -> flow(finding)))));
    json.name("partialFingerprints").object(() -> json.member(FINGERPRINT, finding.fingerprint()));
    json.member("baselineState", finding.known() ? "unchanged" : "new");
    if (suppressed != null) {
      json.name("suppressions")
          .array(
              () ->
                  json.next()
                      .object(
                          () -> {
                            json.member("kind", "inSource");
                            json.member("justification", suppressed.reason());
                          }));
    }
  }

  private static String level(Finding finding) {
    return finding.severity() == Severity.FORBID ? "error" : "warning";
  }

  private static String message(Finding finding) {
    String use = finding.replacement();
    return "["
        + finding.code()
        + "] "
        + finding.call()
        + " in the body "
        + finding.body()
        + ": "
        + finding.reason()
        + (use == null ? "." : ". Use " + use + ".");
  }

  private void flow(Finding finding) {
    json.name("locations")
        .array(
            () -> {
              for (Frame frame : finding.chain()) {
                json.next().object(() -> json.name("location").object(() -> location(frame)));
              }
            });
  }

  private void location(Frame frame) {
    String path = path(frame);
    if (path != null) {
      json.name("physicalLocation")
          .object(
              () -> {
                json.name("artifactLocation")
                    .object(
                        () -> {
                          json.member("uri", uri(path));
                          json.member("uriBaseId", ROOT);
                        });
                if (frame.line() > 0) {
                  json.name("region").object(() -> json.member("startLine", frame.line()));
                }
              });
    }
    json.name("logicalLocations")
        .array(
            () ->
                json.next()
                    .object(
                        () -> {
                          json.member("fullyQualifiedName", frame.type() + "." + frame.method());
                          json.member("kind", "function");
                        }));
    text("message", frame.toString());
  }

  private @Nullable String path(Frame frame) {
    String below = frame.sourcePath();
    if (below != null && frame.project() && base != null) {
      for (Path source : sources) {
        Path file = source.toAbsolutePath().normalize().resolve(below);
        if (Files.exists(file) && file.startsWith(base)) {
          return base.relativize(file).toString().replace('\\', '/');
        }
      }
    }
    return below;
  }

  private static String uri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  private void text(String name, String value) {
    json.name(name).object(() -> json.member("text", value));
  }
}
