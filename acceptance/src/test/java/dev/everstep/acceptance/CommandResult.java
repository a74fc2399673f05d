package dev.everstep.acceptance;

import dev.everstep.cli.Console;
import dev.everstep.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command did, run in this process.
 *
 * @param exitCode its exit code
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
record CommandResult(int exitCode, String out, String err) {

  /** Runs a command whose output is piped. */
  static CommandResult piped(String... arguments) {
    return of(false, "", Map.of(), arguments);
  }

  /** Runs a command on a terminal. */
  static CommandResult onTerminal(String... arguments) {
    return of(true, "", Map.of(), arguments);
  }

  static CommandResult of(
      boolean terminal, String in, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            terminal,
            terminal);
    int exitCode = Main.run(console, environment, arguments);
    return new CommandResult(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
