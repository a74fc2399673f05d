package dev.everstep.verify;

/**
 * Something to know about the check itself, beside its findings.
 *
 * @param code {@code ES622} to {@code ES624}, {@code ES626} or {@code ES627}
 * @param what what happened, where, and what to do, in whole sentences
 */
public record Notice(VerifyCode code, String what) {

  /** Returns whether it fails a build as a forbidden call does. */
  public boolean isError() {
    return code == VerifyCode.ES622;
  }

  /** Returns the code, what happened and the code's page. */
  public String message() {
    return code.message(what);
  }
}
