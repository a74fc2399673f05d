package dev.everstep.journal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.journal.Transition;
import dev.everstep.journal.Transitions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes on behind the commits, and how they are held back when it cannot keep up. */
class UpkeepTest {
  private static final Options SMALL =
      Options.defaults().withSegmentBytes(64 * 1024).withFlushBytes(50_000);

  private final SimulatedDisk kept = new SimulatedDisk();
  private final AtomicInteger segmentSyncs = new AtomicInteger();
  private final AtomicInteger zeroFills = new AtomicInteger();
  private final CountDownLatch tables = new CountDownLatch(1);
  private volatile boolean holdTables;
  private volatile boolean keepFiles;

  /** Counts, holds back, and refuses to delete. */
  private final Disk disk =
      new Disk() {
        @Override
        public List<String> list() {
          return kept.list();
        }

        @Override
        public DiskFile create(String name) throws IOException {
          if (Names.isTable(name) && holdTables) {
            try {
              assertThat(tables.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
          if (Names.isSegment(name)) {
            zeroFills.incrementAndGet();
          }
          return counting(name, kept.create(name));
        }

        @Override
        public DiskFile open(String name) throws IOException {
          return counting(name, kept.open(name));
        }

        private DiskFile counting(String name, DiskFile file) {
          return new DiskFile() {
            @Override
            public void write(long offset, ByteBuffer bytes) throws IOException {
              file.write(offset, bytes);
            }

            @Override
            public void sync() throws IOException {
              if (Names.isSegment(name)) {
                segmentSyncs.incrementAndGet();
              }
              file.sync();
            }

            @Override
            public void close() throws IOException {
              file.close();
            }
          };
        }

        @Override
        public byte[] read(String name) throws IOException {
          return kept.read(name);
        }

        @Override
        public ByteBuffer map(String name) throws IOException {
          return kept.map(name);
        }

        @Override
        public long size(String name) throws IOException {
          return kept.size(name);
        }

        @Override
        public void rename(String from, String to) throws IOException {
          kept.rename(from, to);
        }

        @Override
        public void delete(String name) throws IOException {
          if (!keepFiles) {
            kept.delete(name);
          }
        }

        @Override
        public void sync() throws IOException {
          kept.sync();
        }
      };

  @Test
  void syncsOnceForAllCommitsThatWait() {
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, Options.defaults())) {
      Transitions.commit(journal, Transitions.start("first"));
      int before = segmentSyncs.get();
      List<CompletableFuture<Void>> commits = new ArrayList<>();
      for (int i = 0; i < 5000; i++) {
        commits.add(journal.commit(Transitions.start("r" + i)));
      }
      CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
      assertThat(segmentSyncs.get() - before).isLessThan(2500);
    }
  }

  @Test
  void holdsCommitsBackWhileTheTailIsTwiceItsSize() throws Exception {
    holdTables = true;
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, SMALL)) {
      AtomicInteger committed = new AtomicInteger();
      Thread writer =
          new Thread(
              () -> {
                for (int i = 0; i < 300; i++) {
                  Transition start = Transitions.start("r" + i);
                  Transitions.commit(journal, start);
                  Transitions.commit(
                      journal,
                      Transitions.next(start, 1, start.head().status(), null, "x".repeat(1000)));
                  committed.incrementAndGet();
                }
              });
      writer.start();
      Testing.await(
          () ->
              journal.view().frozen() != null
                  && journal.view().tail().bytes() >= SMALL.flushBytes()
                  && writer.getState() == Thread.State.WAITING);
      int before = committed.get();
      long bytes = journal.view().tail().bytes() + journal.view().frozen().bytes();
      assertThat(bytes).isBetween(100_000L, 110_000L);
      assertThat(committed.get()).isEqualTo(before);

      tables.countDown();
      writer.join();
      assertThat(committed).hasValue(300);
    }
  }

  @Test
  void usesSegmentsAgainInsteadOfWritingZeros() {
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, SMALL)) {
      Transition last = Transitions.commit(journal, Transitions.start("r"));
      for (int i = 0; i < 2000; i++) {
        last =
            Transitions.commit(
                journal, Transitions.next(last, 1, last.head().status(), null, "x".repeat(500)));
      }
      long written = last.head().seq() * 1200;
      assertThat(written / SMALL.segmentBytes()).isGreaterThan(30);
      assertThat(zeroFills.get()).isLessThan(10);
    }
  }

  @Test
  void goesOnIfAFileCannotBeDeletedAndDeletesItAtTheNextOpening() {
    keepFiles = true; // as a system does with a file that is still mapped
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, Testing.TINY)) {
      for (int i = 0; i < 30; i++) {
        Transitions.commit(journal, Transitions.start("r" + i));
      }
      Testing.awaitFlushed(journal);
      Testing.awaitMerged(journal);
      assertThat(kept.list().stream().filter(Names::isTable).count()).isGreaterThan(8);
    }
    keepFiles = false;
    try (EmbeddedJournal journal = EmbeddedJournal.open(disk, Testing.TINY)) {
      assertThat(kept.list().stream().filter(Names::isTable).count())
          .isEqualTo(journal.view().tables().size());
      assertThat(journal.active(null, 99)).hasSize(30);
    }
  }
}
