package dev.everstep.journal.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream in lines of bytes. */
final class LineReader {
  /** Twice what a transition can be at most: a text in JSON is rarely longer. */
  private static final int LINE_MAX = 512 << 20;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4_096);
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Returns the number of the line that was read last, from 1. */
  long number() {
    return number;
  }

  /** Returns the next line without its end; null behind the last one. */
  byte @Nullable [] next() throws IOException {
    line.reset();
    number++;
    while (true) {
      if (from == to) {
        from = 0;
        to = Math.max(0, in.read(buffer));
        if (to == 0) {
          return line.size() == 0 ? null : line.toByteArray();
        }
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      line.write(buffer, from, end - from);
      if (line.size() > LINE_MAX) {
        throw Line.refusal(number, "longer than " + LINE_MAX + " bytes", null);
      }
      if (end < to) {
        from = end + 1;
        return line.toByteArray();
      }
      from = end;
    }
  }
}
