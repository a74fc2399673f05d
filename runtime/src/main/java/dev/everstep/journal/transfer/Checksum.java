package dev.everstep.journal.transfer;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** The checksums of lines: over what they say, whatever their form. */
final class Checksum {
  private Checksum() {}

  static String of(Head head) {
    return of(
        head.state(),
        head.run(),
        head.workflow(),
        head.status(),
        head.seq(),
        head.startedAt(),
        head.updatedAt(),
        head.wakeAt());
  }

  static String of(RunId run, Entry entry) {
    return of(entry.body(), run, entry.seq(), entry.kind(), entry.at());
  }

  private static String of(Payload payload, @Nullable Object... fields) {
    CRC32C crc = new CRC32C();
    for (Object field : fields) {
      crc.update((field + "\n").getBytes(StandardCharsets.UTF_8));
    }
    crc.update(payload.array());
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
