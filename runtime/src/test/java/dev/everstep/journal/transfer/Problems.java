package dev.everstep.journal.transfer;

import dev.everstep.EverstepException;
import dev.everstep.RunId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is told of runs that were left out. */
final class Problems implements Observer {
  final List<String> lines = new ArrayList<>();

  @Override
  public void problem(@Nullable RunId run, EverstepException reason) {
    lines.add(run + ": " + reason.getMessage());
  }
}
