package dev.everstep.verify;

import dev.everstep.catalogue.Rule;
import dev.everstep.verify.classes.JavaMethod;
import dev.everstep.verify.reach.Declared;
import dev.everstep.verify.reach.Hit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes findings of hits: how much each matters, whether it is known, and what covers it. */
final class Findings {
  /** In a library's code these are mostly how it works, and not what it returns. */
  private static final Set<String> MILDER_IN_LIBRARIES = Set.of("lock", "reflect", "env", "order");

  /** Of those, what the method of a library that the project calls mostly returns. */
  private static final Set<String> SHOWN_BY_LIBRARIES = Set.of("env", "order");

  /** Of these a warning holds for what a library returns as well. */
  private static final Set<String> WARN_IN_LIBRARIES = Set.of("time", "random", "data");

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding finding) -> finding.chain().get(0).type())
          .thenComparing(finding -> finding.chain().get(0).line())
          .thenComparing(Finding::body)
          .thenComparing(Finding::call)
          .thenComparing(finding -> finding.at().toString());

  private final Map<String, Severity> severity;
  private final @Nullable Baseline baseline;
  private final List<Finding> found = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();
  private final Map<Declared, Set<String>> used = new HashMap<>();
  private final Map<String, Integer> expected = new HashMap<>();

  Findings(Map<String, Severity> severity, @Nullable Baseline baseline) {
    this.severity = severity;
    this.baseline = baseline;
    if (baseline != null) {
      baseline.entries().forEach(entry -> expected.merge(entry.fingerprint(), 1, Integer::sum));
    }
  }

  void add(Hit hit) {
    Severity level = severityOf(hit);
    if (level == Severity.OFF) {
      return;
    }
    Declared by = hit.by();
    String fingerprint = fingerprint(hit);
    boolean known = by == null && expected.getOrDefault(fingerprint, 0) > 0;
    if (known) {
      expected.merge(fingerprint, -1, Integer::sum);
    }
    Finding finding =
        new Finding(
            hit.rule().id(),
            hit.rule().group(),
            hit.call(),
            level,
            hit.body().display(),
            hit.way().stream().map(Findings::frame).toList(),
            hit.rule().reason(),
            hit.rule().replacement(),
            fingerprint,
            known);
    if (by == null) {
      found.add(finding);
    } else {
      suppressed.add(new Suppressed(finding, by.by(), by.waiver().reason()));
      used.computeIfAbsent(by, any -> new HashSet<>()).add(String.valueOf(hit.covered()));
    }
  }

  private Severity severityOf(Hit hit) {
    Rule rule = hit.rule();
    Severity level = rule.verdict().forbids() ? Severity.FORBID : Severity.WARN;
    level = severity.getOrDefault(rule.group(), level);
    if (hit.at().method().owner().isProject() || level == Severity.OFF) {
      return level;
    }
    // What the project calls itself does what it says; what lies deeper is often beside the point.
    boolean called = hit.way().get(Math.max(0, hit.way().size() - 2)).method().owner().isProject();
    boolean milder = MILDER_IN_LIBRARIES.contains(rule.group());
    if (called && (!milder || SHOWN_BY_LIBRARIES.contains(rule.group()))) {
      return level;
    }
    if (level == Severity.WARN) {
      return WARN_IN_LIBRARIES.contains(rule.group()) ? level : Severity.OFF;
    }
    return milder ? Severity.WARN : level;
  }

  private static Frame frame(Hit.Step step) {
    JavaMethod method = step.method();
    return new Frame(
        method.owner().binaryName(),
        method.sourceName(),
        method.owner().summary().file(),
        step.line(),
        method.owner().isProject());
  }

  private static String fingerprint(Hit hit) {
    String text =
        hit.call()
            + "\n"
            + hit.at().method().display()
            + "\n"
            + hit.body().display()
            + hit.body().summary().descriptor();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  List<Finding> reported() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  List<Suppressed> suppressed() {
    return suppressed.stream().sorted(Comparator.comparing(Suppressed::finding, BY_PLACE)).toList();
  }

  /** Returns what is wrong with the {@code @Deterministic}s of a project. */
  List<Notice> ofWaivers(Set<Declared> declared) {
    List<Notice> notices = new ArrayList<>();
    for (Declared each : declared) {
      Set<String> covered = used.getOrDefault(each, Set.of());
      if (each.waiver().reason().isBlank()) {
        notices.add(
            new Notice(
                VerifyCode.ES622,
                "@Deterministic without a reason, which has no effect: at="
                    + each.by()
                    + ". Say why what is called there makes no difference to the workflow."));
      } else if (each.waiver().calls().isEmpty()) {
        if (covered.isEmpty()) {
          notices.add(unused("at=" + each.by()));
        }
      } else {
        for (String call : each.waiver().calls()) {
          if (!covered.contains(call)) {
            notices.add(unused("at=" + each.by() + ", call=" + call));
          }
        }
      }
    }
    return notices;
  }

  private static Notice unused(String what) {
    return new Notice(
        VerifyCode.ES623,
        "an exception that no finding needs: @Deterministic "
            + what
            + ". No body reaches such a call there; remove it.");
  }

  /** Returns what the baseline has and the check did not find. */
  List<Notice> vanished() {
    List<Notice> notices = new ArrayList<>();
    if (baseline != null) {
      for (Baseline.Entry entry : baseline.entries()) {
        if (expected.getOrDefault(entry.fingerprint(), 0) > 0) {
          expected.merge(entry.fingerprint(), -1, Integer::sum);
          notices.add(
              new Notice(
                  VerifyCode.ES626,
                  "a finding of the baseline is gone: fingerprint="
                      + entry.fingerprint()
                      + ", was="
                      + entry.text()
                      + ". Write the baseline anew, so that it cannot come back."));
        }
      }
    }
    return notices;
  }
}
