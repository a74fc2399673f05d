package dev.everstep.processor.attribution;

import java.net.URI;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** A workflow file of the host, with the text that the host has read. */
final class SourceText extends ForwardingJavaFileObject<JavaFileObject> {
  private final String text;

  SourceText(JavaFileObject file, String text) {
    super(file);
    this.text = text;
  }

  String text() {
    return text;
  }

  @Override
  public URI toUri() {
    return fileObject.toUri();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
