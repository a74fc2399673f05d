package dev.everstep.journal.embedded;

import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The process that {@link KillTest} kills: each of its threads commits the transitions of a run.
 */
final class KillTestChild {
  private KillTestChild() {}

  public static void main(String[] args) throws Exception {
    String[] next = args[1].replaceAll("[\\[\\] ]", "").split(",");
    List<List<Transition>> scripts = KillTest.scripts();
    FileOutputStream acks = new FileOutputStream(FileDescriptor.out);
    acks.write('o');
    EmbeddedJournal journal = EmbeddedJournal.open(Path.of(args[0]), KillTest.OPTIONS);
    for (int i = 0; i < scripts.size(); i++) {
      int run = i;
      new Thread(
              () -> {
                int first = Integer.parseInt(next[run]);
                scripts.get(run).stream()
                    .skip(first)
                    .forEach(transition -> commit(journal, transition, acks, run));
              })
          .start();
    }
  }

  private static void commit(
      EmbeddedJournal journal, Transition transition, FileOutputStream acks, int run) {
    Transitions.commit(journal, transition);
    try {
      acks.write(run); // one byte, so it is written whole or not at all
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
