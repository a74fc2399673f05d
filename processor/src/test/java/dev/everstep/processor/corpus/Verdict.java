package dev.everstep.processor.corpus;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of a workflow.
 *
 * @param taken the workflow
 * @param codes of the problems that the compiler reported; empty if it was compiled
 * @param machine the binary name of its machine; null if none was written
 * @param source of the machine; empty if none was written
 * @param internal an exception of the compiler
 */
record Verdict(
    Taken taken,
    Set<String> codes,
    @Nullable String machine,
    String source,
    @Nullable Throwable internal) {
  private static final Set<String> STORABILITY =
      Set.of("ES060", "ES061", "ES062", "ES063", "ES064");

  Verdict {
    codes = new TreeSet<>(codes);
  }

  /** Returns whether nothing was reported but that values cannot be stored. */
  boolean isOnlyUnstorable() {
    return !codes.isEmpty() && STORABILITY.containsAll(codes);
  }

  /** Returns whether the compiler compiled the workflow. */
  boolean isCompiled() {
    return codes.isEmpty() && machine != null;
  }
}
