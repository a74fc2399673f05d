package dev.everstep.verify;

import org.jspecify.annotations.Nullable;

/**
 * A place on the way from a body to a call.
 *
 * @param type the binary name of the class
 * @param method the method; for a lambda that of the method that it stands in
 * @param file the source file without its folders; null if the class file does not name it
 * @param line the line in the file, from 1; 0 if it is not known
 * @param project whether the class is one of the project's own, rather than a library's
 */
public record Frame(String type, String method, @Nullable String file, int line, boolean project) {

  /** Returns the path of the source below its source folder; null if it is not known. */
  public @Nullable String sourcePath() {
    int dot = type.lastIndexOf('.');
    return file == null ? null : type.substring(0, dot + 1).replace('.', '/') + file;
  }

  /** Returns the frame as stack traces show it. */
  @Override
  public String toString() {
    String place = file == null ? "Unknown Source" : line == 0 ? file : file + ":" + line;
    return type + "." + method + "(" + place + ")";
  }
}
