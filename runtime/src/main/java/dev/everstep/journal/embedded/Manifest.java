package dev.everstep.journal.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files count. A small text, replaced as a whole by renaming. It stands in the file twice, so
 * that damage to one copy does no harm:
 *
 * <pre>
 *   everstep-journal 2      format
 *   salt 9f3c24aa01b2c3d4   makes the places in the log this journal's own (see Frames)
 *   segment 3               replay begins with this log file
 *   flushed 1200            the tables hold all below this lsn
 *   synced 1350             the log held all below this lsn when this was written
 *   table table-00000007    oldest first
 *   crc 1a2b3c4d            CRC32C of all above
 * </pre>
 *
 * @param salt a random number, given once
 * @param segment number of the first log file that is needed
 * @param flushed the first lsn that is not in a table
 * @param synced the first lsn that may be missing from the log
 * @param tables names of tables, oldest first
 */
record Manifest(long salt, long segment, long flushed, long synced, List<String> tables) {
  static final int FORMAT = 2;
  static final String NAME = "manifest";
  static final String NEW_NAME = "manifest.new";
  private static final String TITLE = "everstep-journal ";

  private static final Logger LOG = LoggerFactory.getLogger(Manifest.class);

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
    String file = new String(disk.read(NAME), StandardCharsets.ISO_8859_1);
    String first = file.substring(0, file.length() / 2);
    String second = file.substring(file.length() / 2);
    if (isSealed(first)) {
      return parse(first, errors);
    }
    if (isSealed(second)) {
      LOG.warn("one of two copies in the manifest is damaged; the other is used");
      return parse(second, errors);
    }
    refuseOtherFormat(file, errors);
    throw errors.damagedManifest("checksum");
  }

  /**
   * Returns whether both copies are good.
   *
   * @throws NoSuchFileException if there is no manifest
   */
  static boolean isWhole(Disk disk) throws IOException {
    String file = new String(disk.read(NAME), StandardCharsets.ISO_8859_1);
    return isSealed(file.substring(0, file.length() / 2))
        && isSealed(file.substring(file.length() / 2));
  }

  private static void refuseOtherFormat(String file, Errors errors) {
    Matcher title = Pattern.compile(TITLE + "([0-9]{1,9})\n").matcher(file);
    if (title.lookingAt() && Integer.parseInt(title.group(1)) != FORMAT) {
      throw errors.otherFormat(Integer.parseInt(title.group(1)), FORMAT);
    }
  }

  private static Manifest parse(String text, Errors errors) {
    refuseOtherFormat(text, errors);
    List<String> lines = text.lines().toList();
    try {
      return new Manifest(
          Long.parseUnsignedLong(value(lines, 1, "salt "), 16),
          number(lines, 2, "segment "),
          number(lines, 3, "flushed "),
          number(lines, 4, "synced "),
          tables(lines));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw errors.damagedManifest("not a manifest");
    }
  }

  private static long number(List<String> lines, int index, String label) {
    return Long.parseLong(value(lines, index, label));
  }

  private static String value(List<String> lines, int index, String label) {
    String line = lines.get(index);
    return line.startsWith(label) ? line.substring(label.length()) : line;
  }

  private static List<String> tables(List<String> lines) {
    List<String> tables = new ArrayList<>();
    for (String line : lines.subList(5, lines.size() - 1)) {
      tables.add(line.substring("table ".length()));
    }
    return tables;
  }

  /** Returns the first manifest of a new journal. */
  static Manifest first(long salt) {
    return new Manifest(salt, 1, 0, 0, List.of());
  }

  Manifest withSynced(long lsn) {
    return new Manifest(salt, segment, flushed, lsn, tables);
  }

  Manifest withTables(List<String> other) {
    return new Manifest(salt, segment, flushed, synced, other);
  }

  /** Replaces the stored manifest; durable when this returns. */
  void write(Disk disk) throws IOException {
    StringBuilder text = new StringBuilder(TITLE).append(FORMAT).append('\n');
    text.append("salt ").append(String.format("%016x", salt)).append('\n');
    text.append("segment ").append(segment).append('\n');
    text.append("flushed ").append(flushed).append('\n');
    text.append("synced ").append(synced).append('\n');
    tables.forEach(table -> text.append("table ").append(table).append('\n'));
    try (Disk.DiskFile file = disk.create(NEW_NAME)) {
      byte[] twice = sealed(text.toString()).repeat(2).getBytes(StandardCharsets.ISO_8859_1);
      file.write(0, ByteBuffer.wrap(twice));
      file.sync();
    }
    disk.rename(NEW_NAME, NAME);
    disk.sync();
  }

  private static boolean isSealed(String text) {
    int last = text.lastIndexOf("crc ");
    return last >= 0 && text.equals(sealed(text.substring(0, last)));
  }

  private static String sealed(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return text + "crc " + String.format("%08x", crc.getValue()) + "\n";
  }
}
