package app;

import dev.everstep.Everstep;
import dev.everstep.RunId;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Starts runs, which the test waits for until they sleep. */
public final class Park implements Consumer<Everstep> {
  @Override
  public void accept(Everstep everstep) {
    everstep.start(new RunId("parked-1"), Flow::run, "ada");
    everstep.start(new RunId("parked-2"), Flow::run, "grace");
  }
}
