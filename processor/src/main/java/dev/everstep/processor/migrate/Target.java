package dev.everstep.processor.migrate;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A durable method to whose points frames can be migrated. */
public record Target(Body body, Frame frame) {

  /**
   * A point.
   *
   * @param kind {@code step}, {@code sleep} or {@code call}
   * @param live what the code behind it needs
   * @param arguments of a step, what it is called with
   */
  record Place(String kind, List<Hook.Value> live, List<Hook.Value> arguments) {}

  DurableMethod method() {
    return body.method();
  }

  /** Returns the point with an id. */
  Optional<Place> place(String id) {
    return body.sites().stream().filter(site -> site.id().equals(id)).findFirst().map(this::place);
  }

  private Place place(Site site) {
    List<Hook.Value> live = new ArrayList<>();
    frame
        .live(site)
        .forEach(
            one -> live.add(new Hook.Value(frame.storedName(one), one.type(), frame.former(one))));
    List<Hook.Value> arguments = new ArrayList<>();
    if (site.call() instanceof Site.Function function) {
      function.arguments().forEach(one -> arguments.add(new Hook.Value(one.name(), one.type())));
    } else if (site.call() instanceof Site.Inline inline) {
      inline.captures().forEach(one -> arguments.add(new Hook.Value(one.name(), one.type())));
    }
    return new Place(site.call().kind(), live, arguments);
  }
}
