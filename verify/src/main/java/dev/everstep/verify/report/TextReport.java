package dev.everstep.verify.report;

import dev.everstep.verify.Finding;
import dev.everstep.verify.Frame;
import dev.everstep.verify.Notice;
import dev.everstep.verify.Report;
import dev.everstep.verify.Severity;
import java.util.List;
import java.util.Locale;

/**
 * A report as a console shows it: the findings, each with its way, then the notices, then a sum.
 */
public final class TextReport {
  /** More places than these are shortened in the middle. */
  private static final int PLACES_MAX = 10;

  private static final String BOLD = "1";
  private static final String RED = "31";
  private static final String YELLOW = "33";

  private final boolean colours;
  private final StringBuilder text = new StringBuilder();

  private TextReport(boolean colours) {
    this.colours = colours;
  }

  /**
   * Returns the text. Findings of the baseline are counted, not shown.
   *
   * @param colours whether to mark what matters with the escapes of a terminal
   */
  public static String of(Report report, boolean colours) {
    TextReport text = new TextReport(colours);
    report.fresh().forEach(text::finding);
    report.notices().forEach(text::notice);
    text.sum(report);
    return text.text.toString();
  }

  private void finding(Finding finding) {
    boolean forbidden = finding.severity() == Severity.FORBID;
    text.append(coloured(forbidden ? RED : YELLOW, "[" + finding.code() + "]"))
        .append(' ')
        .append(finding.code().title())
        .append(": ")
        .append(coloured(BOLD, finding.call()))
        .append(" [")
        .append(finding.group())
        .append("]\n");
    line("body", finding.body());
    List<Frame> chain = finding.chain();
    line("at", finding.at().toString());
    int shown = chain.size() > PLACES_MAX ? PLACES_MAX / 2 : chain.size();
    for (int i = chain.size() - 2; i >= 0; i--) {
      int fromEnd = chain.size() - 1 - i;
      if (fromEnd < shown || i < shown) {
        line("from", chain.get(i).toString());
      } else if (fromEnd == shown) {
        line("", "... " + (chain.size() - 2 * shown) + " more");
      }
    }
    line("why", finding.reason());
    if (finding.replacement() != null) {
      line("use", finding.replacement());
    }
    text.append('\n');
  }

  private void line(String name, String value) {
    text.append("  ").append(name).append(" ".repeat(6 - name.length())).append(value);
    text.append('\n');
  }

  private void notice(Notice notice) {
    String code = "[" + notice.code() + "]";
    text.append(coloured(notice.isError() ? RED : YELLOW, code))
        .append(notice.message().substring(code.length()))
        .append("\n\n");
  }

  private void sum(Report report) {
    List<Finding> fresh = report.fresh();
    long forbidden = fresh.stream().filter(f -> f.severity() == Severity.FORBID).count();
    int bodies = report.counts().bodies();
    text.append(bodies)
        .append(bodies == 1 ? " body: " : " bodies: ")
        .append(number(forbidden, "forbidden call"))
        .append(", ")
        .append(number(fresh.size() - forbidden, "warning"));
    int known = report.findings().size() - fresh.size();
    if (known > 0) {
      text.append(", ").append(known).append(" of the baseline");
    }
    int suppressed = report.suppressed().size();
    if (suppressed > 0) {
      text.append(", ").append(suppressed).append(" said to make no difference");
    }
    text.append(String.format(Locale.ROOT, " (%.1f s)", report.time().toMillis() / 1000.0))
        .append('\n');
  }

  private static String number(long count, String name) {
    return count + " " + name + (count == 1 ? "" : "s");
  }

  private String coloured(String colour, String part) {
    return colours ? "\u001b[" + colour + "m" + part + "\u001b[0m" : part;
  }
}
