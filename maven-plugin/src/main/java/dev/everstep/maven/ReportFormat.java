package dev.everstep.maven;

/** How the findings are written, beside the text on the console. */
enum ReportFormat {
  /** On the console alone. */
  TEXT,
  /** To {@code target/everstep/verify.json}, for scripts. */
  JSON,
  /** To {@code target/everstep/verify.sarif}, for editors and code hosts. */
  SARIF
}
