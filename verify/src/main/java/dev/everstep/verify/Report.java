package dev.everstep.verify;

import java.time.Duration;
import java.util.List;

/**
 * What a check found.
 *
 * @param findings by body, in the order of their places; those of the baseline among them
 * @param suppressed what a {@code @Deterministic} covers
 * @param notices what is to be known of the check itself
 * @param counts how much was looked at
 * @param time how long it took
 */
public record Report(
    List<Finding> findings,
    List<Suppressed> suppressed,
    List<Notice> notices,
    Counts counts,
    Duration time) {

  /** Copies the lists. */
  public Report {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    notices = List.copyOf(notices);
  }

  /** Returns the findings that the baseline does not have. */
  public List<Finding> fresh() {
    return findings.stream().filter(finding -> !finding.known()).toList();
  }

  /** Returns the notices with a code. */
  public List<Notice> notices(VerifyCode code) {
    return notices.stream().filter(notice -> notice.code() == code).toList();
  }

  /** Returns whether it fails a build: on fresh findings, and on notices that are errors. */
  public boolean fails(FailOn failOn) {
    return switch (failOn) {
      case NEVER -> false;
      case WARN -> !fresh().isEmpty() || hasError();
      case FORBID ->
          hasError() || fresh().stream().anyMatch(found -> found.severity() == Severity.FORBID);
    };
  }

  private boolean hasError() {
    return notices.stream().anyMatch(Notice::isError);
  }
}
