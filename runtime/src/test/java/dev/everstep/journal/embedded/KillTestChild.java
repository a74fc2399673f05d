package dev.everstep.journal.embedded;

import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The process that {@link KillTest} kills: each of its threads commits the transitions of runs. */
final class KillTestChild {
  private static final int THREADS = 8;

  private KillTestChild() {}

  public static void main(String[] args) throws Exception {
    String[] next = args[1].replaceAll("[\\[\\] ]", "").split(",");
    List<List<Transition>> scripts = KillTest.scripts();
    FileOutputStream acks = new FileOutputStream(FileDescriptor.out);
    acks.write('o');
    EmbeddedJournal journal = EmbeddedJournal.open(Path.of(args[0]), KillTest.OPTIONS);
    for (int i = 0; i < THREADS; i++) {
      int first = i;
      new Thread(
              () -> {
                int step = 0;
                while (true) {
                  for (int run = first; run < scripts.size(); run += THREADS) {
                    int index = Integer.parseInt(next[run]) + step;
                    commit(journal, scripts.get(run).get(index), acks, run);
                  }
                  step++;
                }
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
