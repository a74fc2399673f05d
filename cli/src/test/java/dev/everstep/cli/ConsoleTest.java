package dev.everstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void showsStatusOnOneLineThatTheNextMessageEnds() {
    Console console = console(OutputStream.nullOutputStream(), true);

    console.status("counted 100 runs");
    console.status("counted 100 runs");
    console.status("counted 7");
    console.progress("done");
    console.status("");

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rcounted 100 runs\rcounted 7       \r         \rdone\n");
  }

  @Test
  void showsNoStatusToProgramsThatReadErrors() {
    Console console = console(OutputStream.nullOutputStream(), false);

    console.status("counted 100 runs");
    console.error("[ES504] ...");

    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("[ES504] ...\n");
  }

  @Test
  void failsToWriteOnceNobodyReads() throws Exception {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    OutputStream bytes = console(closed, false).bytes();
    assertThatThrownBy(() -> bytes.write(new byte[100]))
        .isInstanceOf(IOException.class)
        .hasMessage("nobody reads the output any more");
  }

  private Console console(OutputStream out, boolean terminal) {
    return new Console(
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false,
        terminal,
        false);
  }
}
