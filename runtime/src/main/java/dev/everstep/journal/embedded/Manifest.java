package dev.everstep.journal.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Which files count. A small text, replaced as a whole by renaming:
 *
 * <pre>
 *   everstep-journal 1      format
 *   segment 3               replay begins with this log file
 *   flushed 1200            the tables hold all below this lsn
 *   synced 1350             the log held all below this lsn when this was written
 *   table table-00000007    oldest first
 *   crc 1a2b3c4d            CRC32C of all above
 * </pre>
 *
 * @param segment number of the first log file that is needed
 * @param flushed the first lsn that is not in a table
 * @param synced the first lsn that may be missing from the log
 * @param tables names of tables, oldest first
 */
record Manifest(long segment, long flushed, long synced, List<String> tables) {
  static final int FORMAT = 1;
  static final String NAME = "manifest";
  static final String NEW_NAME = "manifest.new";
  private static final String TITLE = "everstep-journal ";

  Manifest {
    tables = List.copyOf(tables);
  }

  /**
   * Reads the manifest.
   *
   * @throws NoSuchFileException if there is none
   * @throws dev.everstep.journal.JournalException ES306 or ES310
   */
  static Manifest read(Disk disk, Errors errors) throws IOException {
    String text = new String(disk.read(NAME), StandardCharsets.ISO_8859_1);
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(TITLE)) {
      throw errors.damagedManifest("no title");
    }
    try {
      int format = Integer.parseInt(lines.get(0).substring(TITLE.length()));
      if (format > FORMAT) {
        throw errors.newerFormat(format, FORMAT);
      }
      int last = text.lastIndexOf("crc ");
      if (last < 0 || !text.equals(sealed(text.substring(0, last)))) {
        throw errors.damagedManifest("checksum");
      }
      return new Manifest(
          number(lines, 1, "segment "),
          number(lines, 2, "flushed "),
          number(lines, 3, "synced "),
          tables(lines));
    } catch (NumberFormatException e) {
      throw errors.damagedManifest("not a number");
    }
  }

  private static long number(List<String> lines, int index, String label) {
    String line = index < lines.size() ? lines.get(index) : "";
    return Long.parseLong(line.startsWith(label) ? line.substring(label.length()) : line);
  }

  private static List<String> tables(List<String> lines) {
    List<String> tables = new ArrayList<>();
    for (String line : lines.subList(4, lines.size() - 1)) {
      tables.add(line.substring("table ".length()));
    }
    return tables;
  }

  /** Replaces the stored manifest; durable when this returns. */
  void write(Disk disk) throws IOException {
    StringBuilder text = new StringBuilder(TITLE).append(FORMAT).append('\n');
    text.append("segment ").append(segment).append('\n');
    text.append("flushed ").append(flushed).append('\n');
    text.append("synced ").append(synced).append('\n');
    tables.forEach(table -> text.append("table ").append(table).append('\n'));
    try (Disk.DiskFile file = disk.create(NEW_NAME)) {
      file.write(0, ByteBuffer.wrap(sealed(text.toString()).getBytes(StandardCharsets.ISO_8859_1)));
      file.sync();
    }
    disk.rename(NEW_NAME, NAME);
    disk.sync();
  }

  private static String sealed(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return text + "crc " + String.format("%08x", crc.getValue()) + "\n";
  }
}
