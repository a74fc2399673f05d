package dev.everstep.processor.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.upgrade.Parking.Resumed;
import dev.everstep.processor.upgrade.Parking.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every edit of the corpus, at every suspension point that its runs come to: what becomes of a run
 * that was parked there.
 */
class UpgradeCorpusTest {
  private static final Path TABLE = Edit.FILES.resolve("table.txt");

  private static final List<Row> ROWS = new ArrayList<>();

  @TempDir static Path directory;

  /** What became of the runs that were parked at one place; the worst of them. */
  private record Row(String edit, String place, Truth truth, String detail) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%-36s %-60s %s", edit, place, truth).strip();
    }
  }

  @BeforeAll
  static void parkAndResumeAll() throws Exception {
    List<Edit> edits = Edit.all();
    Version before = new Version(directory.resolve("before"));
    edits.forEach(edit -> before.add(edit, edit.before(), null));
    before.compile();
    Version after = new Version(directory.resolve("after"));
    edits.forEach(edit -> after.add(edit, edit.after(), before));
    after.compile();
    try (var old = before.loader();
        var young = after.loader()) {
      for (Edit edit : edits) {
        rows(edit, new Parking(old, young, before.workflow(edit)));
      }
    }
  }

  private static void rows(Edit edit, Parking parking) throws Exception {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int i = 0; i < edit.inputs().size(); i++) {
      for (Resumed run : parking.all(edit.inputs().get(i), edit.inputsAfter().get(i))) {
        Row row = new Row(edit.name(), run.place(), run.truth(), run.detail());
        rows.merge(
            run.place(),
            row,
            (one, other) -> other.truth().compareTo(one.truth()) > 0 ? other : one);
      }
    }
    assertThat(rows).as(edit.name()).isNotEmpty();
    ROWS.addAll(rows.values());
  }

  @Test
  void becomesOfEachRunWhatTheTableSays() throws IOException {
    String table = String.join("\n", ROWS.stream().map(Row::toString).toList()) + "\n";
    if (System.getProperty("goldens.update") != null) {
      Files.writeString(TABLE, table);
    }
    assertThat(table).isEqualTo(Files.readString(TABLE));
  }
}
