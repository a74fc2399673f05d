package dev.everstep.verify.report;

import dev.everstep.verify.Counts;
import dev.everstep.verify.Finding;
import dev.everstep.verify.Frame;
import dev.everstep.verify.Notice;
import dev.everstep.verify.Report;
import dev.everstep.verify.Suppressed;
import java.util.Locale;

/** A report as one JSON object, all findings in it. */
public final class JsonReport {
  private static final int FORMAT = 1;

  private final Json json = new Json();

  private JsonReport() {}

  /** Returns the text, with a line end. */
  public static String of(Report report) {
    return new JsonReport().write(report) + "\n";
  }

  private Json write(Report report) {
    return json.object(
        () -> {
          json.member("format", FORMAT);
          json.name("findings")
              .array(
                  () -> {
                    for (Finding finding : report.findings()) {
                      json.next().object(() -> finding(finding));
                    }
                  });
          json.name("suppressed")
              .array(
                  () -> {
                    for (Suppressed each : report.suppressed()) {
                      json.next().object(() -> suppressed(each));
                    }
                  });
          json.name("notices")
              .array(
                  () -> {
                    for (Notice notice : report.notices()) {
                      json.next().object(() -> notice(notice));
                    }
                  });
          json.name("counts").object(() -> counts(report.counts()));
          json.member("millis", report.time().toMillis());
        });
  }

  private void finding(Finding finding) {
    json.member("code", finding.code().name());
    json.member("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.member("rule", finding.rule());
    json.member("group", finding.group());
    json.member("call", finding.call());
    json.member("body", finding.body());
    json.name("chain")
        .array(
            () -> {
              for (Frame frame : finding.chain()) {
                json.next().object(() -> frame(frame));
              }
            });
    json.member("reason", finding.reason());
    json.member("replacement", finding.replacement());
    json.member("fingerprint", finding.fingerprint());
    json.member("known", finding.known());
  }

  private void frame(Frame frame) {
    json.member("class", frame.type());
    json.member("method", frame.method());
    json.member("file", frame.file());
    if (frame.line() > 0) {
      json.member("line", frame.line());
    }
    json.member("project", frame.project());
  }

  private void suppressed(Suppressed each) {
    json.member("by", each.by());
    json.member("reason", each.reason());
    json.name("finding").object(() -> finding(each.finding()));
  }

  private void notice(Notice notice) {
    json.member("code", notice.code().name());
    json.member("error", notice.isError());
    json.member("message", notice.message());
  }

  private void counts(Counts counts) {
    json.member("bodies", counts.bodies());
    json.member("methods", counts.methods());
    json.member("classesRead", counts.classesRead());
    json.member("classesCached", counts.classesCached());
    json.member("archives", counts.archives());
  }
}
