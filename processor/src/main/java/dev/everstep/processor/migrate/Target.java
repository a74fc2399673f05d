package dev.everstep.processor.migrate;

import dev.everstep.processor.identity.StoredFrame;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.text.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Returns whether frames at a point hold what they did: the same locals, for the same step. */
  boolean stores(String id, StoredFrame stored) {
    Place now = place(id).orElse(null);
    return now != null
        && now.live().size() == stored.live().size()
        && now.live().stream().allMatch(local -> isIn(stored.live(), local))
        && shown(now.arguments()).equals(shown(stored.arguments()));
  }

  private static boolean isIn(Map<String, String> stored, Hook.Value local) {
    String type = Readable.simple(TypeText.of(local.type()));
    return Stream.concat(Stream.of(local.name()), local.former().stream())
        .map(stored::get)
        .anyMatch(found -> found != null && type.equals(Readable.simple(found)));
  }

  private static List<String> shown(List<Hook.Value> arguments) {
    return arguments.stream()
        .map(one -> Readable.simple(TypeText.of(one.type())) + " " + one.name())
        .toList();
  }

  private static List<String> shown(Map<String, String> arguments) {
    return arguments.entrySet().stream()
        .map(one -> Readable.simple(one.getValue()) + " " + one.getKey())
        .toList();
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
