package dev.everstep.processor.attribution;

/** The compiler that runs this processor is not javac. */
public final class UnsupportedHostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedHostException(String host) {
    super(host);
  }
}
