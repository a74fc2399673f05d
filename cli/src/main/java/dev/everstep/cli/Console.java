package dev.everstep.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the command reads and writes: results on {@code out}, progress and errors on {@code err}.
 * Results are JSON unless {@code out} is a terminal; colours are for terminals only. Thread-safe.
 */
public final class Console {
  /** Says which streams are terminals: {@code out}, {@code err}, both with a comma, or neither. */
  static final String TERMINALS = "everstep.terminals";

  private static final String ESCAPE = "\u001b[";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final boolean errIsColoured;
  private String status = "";

  /**
   * Creates a console over given streams.
   *
   * @param outIsTerminal whether results are for people
   * @param errIsTerminal whether progress may be shown on a line that changes
   * @param errIsColoured whether progress and errors are coloured
   */
  public Console(
      InputStream in,
      PrintStream out,
      PrintStream err,
      boolean outIsTerminal,
      boolean errIsTerminal,
      boolean errIsColoured) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
    this.errIsColoured = errIsColoured;
  }

  /**
   * Returns the process's own streams, in UTF-8. Java cannot tell whether a single stream is a
   * terminal, so the {@code everstep} script says it in a system property; without it, both are one
   * if the process has a terminal at all.
   */
  public static Console system(Map<String, String> environment) {
    String terminals = System.getProperty(TERMINALS);
    boolean out = terminals == null ? hasTerminal() : terminals.contains("out");
    boolean err = terminals == null ? hasTerminal() : terminals.contains("err");
    return new Console(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        out,
        err,
        err && !environment.containsKey("NO_COLOR"));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static boolean hasTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since 22 there is a console without a terminal too, and a method that tells them apart.
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Returns standard input. */
  InputStream in() {
    return in;
  }

  /** Returns whether results are for people. */
  boolean outIsTerminal() {
    return outIsTerminal;
  }

  /** Returns whether results may be coloured. */
  boolean outIsColoured() {
    return outIsTerminal && errIsColoured;
  }

  /** Returns a writer of results. */
  PrintWriter writer() {
    return new PrintWriter(out, true);
  }

  /** Prints a result. */
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /** Prints a result and ends the line. */
  public void println(String text) {
    print(text + "\n");
  }

  /**
   * Returns a stream of bytes to where results go. Writing to it fails once nobody reads them any
   * more; closing it flushes.
   */
  OutputStream bytes() {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        check();
      }

      @Override
      public void flush() throws IOException {
        out.flush();
        check();
      }

      @Override
      public void close() throws IOException {
        flush();
      }

      private void check() throws IOException {
        if (Console.this.out.checkError()) {
          throw new IOException("nobody reads the output any more");
        }
      }
    };
  }

  /** Prints what is going on. */
  public synchronized void progress(String line) {
    status("");
    err.print(coloured("2", line) + "\n");
    err.flush();
  }

  /** Prints what went wrong. */
  public synchronized void error(String text) {
    status("");
    err.print(coloured("31", text) + "\n");
    err.flush();
  }

  /**
   * Shows how far something is, in place of what was shown before; the next progress or error ends
   * it. Nothing unless progress goes to a terminal.
   */
  synchronized void status(String text) {
    if (errIsTerminal && !text.equals(status)) {
      err.print("\r" + text + " ".repeat(Math.max(0, status.length() - text.length())));
      err.print(text.isEmpty() ? "\r" : "");
      err.flush();
      status = text;
    }
  }

  private String coloured(String colour, String text) {
    return errIsColoured ? ESCAPE + colour + "m" + text + ESCAPE + "0m" : text;
  }
}
