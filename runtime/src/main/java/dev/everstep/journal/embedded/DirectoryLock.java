package dev.everstep.journal.embedded;

import dev.everstep.ErrorCode;
import dev.everstep.journal.JournalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one process the owner of a directory. The operating system drops the lock when the process
 * ends, however it ends; the text in the file only tells people who it is.
 */
final class DirectoryLock implements AutoCloseable {
  static final String NAME = "lock";

  // On POSIX systems, closing any channel on a file drops the locks of the whole process. So a
  // second opening in this process must be found out before it touches the file.
  private static final Set<Path> HELD = new HashSet<>();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws JournalException ES305 if somebody has it
   */
  static DirectoryLock take(Path directory, Clock clock) throws IOException {
    Path real = directory.toRealPath();
    Path file = real.resolve(NAME);
    synchronized (HELD) {
      if (HELD.contains(real)) {
        throw inUse(directory, "this process");
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean taken = false;
      try {
        FileLock lock = channel.tryLock();
        if (lock == null) {
          throw inUse(directory, owner(file));
        }
        write(channel, clock.instant());
        taken = true;
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      HELD.add(real);
      return new DirectoryLock(real, channel);
    }
  }

  private static void write(FileChannel channel, Instant since) throws IOException {
    String owner = "pid=" + ProcessHandle.current().pid() + ", host=" + host() + ", since=" + since;
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((owner + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static @Nullable String owner(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return null; // some systems let nobody read a locked file
    }
  }

  private static JournalException inUse(Path directory, @Nullable String owner) {
    return new JournalException(
        ErrorCode.ES305,
        "the data directory is in use: directory="
            + directory
            + ", owner: "
            + (owner == null ? "unknown" : owner)
            + ". One process at a time may write to it; close that one, or use another directory."
            + " Reading is possible at any time.",
        null);
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      channel.close();
      HELD.remove(directory);
    }
  }
}
