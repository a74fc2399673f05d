package dev.everstep.example;

import java.io.IOException;

/** There is no text to read at an address, and there will be none if it is asked again. */
public class NotAnArticleException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public NotAnArticleException(String message) {
    super(message);
  }
}
