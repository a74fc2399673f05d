package dev.everstep.processor.identity;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a suspension point is known by in another version of the code.
 *
 * @param name {@code kind:name}, what its id begins with
 * @param call the fingerprint of the call
 * @param segment the fingerprint of the code behind it; empty for a retired point
 * @param live the names of the locals that are stored there
 */
public record Traits(String name, String call, String segment, Set<String> live) {
  /** Copies the set. */
  public Traits {
    live = Set.copyOf(live);
  }

  /** Returns the traits of a method's points, in the order of the source. */
  public static List<Traits> of(Body body, Frame frame, Fingerprints fingerprints) {
    List<Traits> all = new ArrayList<>();
    for (Site site : body.sites()) {
      int at = site.ordinal() - 1;
      all.add(
          new Traits(
              site.name(),
              fingerprints.calls().get(at),
              fingerprints.segments().get(at),
              frame.live(site).stream().map(frame::storedName).collect(Collectors.toSet())));
    }
    return all;
  }

  /** Returns whether the code behind this point finds all it needs in a frame of another. */
  boolean fits(Traits stored) {
    return stored.live.containsAll(live);
  }
}
