package dev.everstep.upgrade;

import dev.everstep.codec.FrameCodec;
import dev.everstep.codec.StoredArguments;
import dev.everstep.codec.StoredFrame;
import dev.everstep.state.HeadState;
import dev.everstep.state.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A frame that waits somewhere, and what it holds if that is known. Types are those of the frame:
 * in Java's notation, by simple names.
 *
 * @param locals in the order of their names; null if the frame holds what the step graph says
 * @param arguments what the step in flight was given; null if there is none, or it is not known
 */
record Standing(Position at, @Nullable List<Held> locals, @Nullable List<Held> arguments) {

  private static final Pattern NAME = Pattern.compile("[\\w$]+");

  /** What a frame says of a value. */
  record Held(String name, String type) {
    boolean is(StepGraph.Value value, TypeRef known) {
      return value.isCalled(name) && known.shown().equals(type);
    }
  }

  /** Creates the frame of code that the step graph is of. */
  Standing(Position at) {
    this(at, null, null);
  }

  /** Returns the frames of a run, the outermost first; none if it has not begun. */
  static List<Standing> of(HeadState state) {
    if (state.frames() == null) {
      return List.of();
    }
    List<Standing> standing = new ArrayList<>();
    List<StoredFrame> frames = FrameCodec.parse(state.frames());
    for (StoredFrame frame : frames) {
      boolean isLast = standing.size() == frames.size() - 1;
      String takes = isLast && state.waiting() instanceof Wait.Step step ? step.takes() : null;
      standing.add(of(frame, takes));
    }
    return standing;
  }

  /**
   * Returns a frame as it is stored.
   *
   * @param takes of the step in flight, as it is stored with its arguments; else null
   */
  private static Standing of(StoredFrame frame, @Nullable String takes) {
    return new Standing(
        new Position(frame.method(), frame.point()),
        frame.locals().stream()
            .map(local -> new Held(local.name(), local.type()))
            .sorted(Comparator.comparing(Held::name))
            .toList(),
        takes == null
            ? null
            : StoredArguments.parse(takes).stream()
                .map(one -> new Held(one.name(), one.type()))
                .toList());
  }

  /**
   * Returns the point at which it waits as the step graph of its own code would have it. That is
   * not known to be the accepted one: the run may have been parked by code before that.
   *
   * @param accepted the point of the accepted code
   * @param code the accepted code
   * @param now the point of the code to come; null if it has none
   * @return {@code accepted} itself, if the frame holds what that stores
   */
  StepGraph.Point point(StepGraph.Point accepted, Code code, StepGraph.@Nullable Point now) {
    boolean isStep = accepted.kind().equals("step");
    boolean sameLocals = locals == null || holds(locals, accepted.live(), code);
    boolean sameArguments =
        !isStep || arguments == null || areAll(arguments, accepted.arguments(), code);
    if (sameLocals && sameArguments) {
      return accepted;
    }
    Map<String, String> full = new HashMap<>(TypeFits.simpleNames());
    code.types().keySet().forEach(name -> full.put(TypeRef.of(name).simpleName(), name));
    return new StepGraph.Point(
        accepted.id(),
        accepted.index(),
        accepted.kind(),
        accepted.line(),
        accepted.column(),
        accepted.function(),
        sameArguments
            ? accepted.arguments()
            : full(
                Objects.requireNonNull(arguments),
                accepted.arguments(),
                now == null ? List.of() : now.arguments(),
                full),
        accepted.result(),
        accepted.callee(),
        accepted.typeArguments(),
        null,
        null,
        sameLocals
            ? accepted.live()
            : full(
                Objects.requireNonNull(locals),
                accepted.live(),
                now == null ? List.of() : now.live(),
                full),
        accepted.next());
  }

  private static boolean holds(List<Held> held, List<StepGraph.Value> values, Code code) {
    return held.size() == values.size()
        && held.stream()
            .allMatch(one -> values.stream().anyMatch(value -> one.is(value, code.type(value))));
  }

  private static boolean areAll(List<Held> held, List<StepGraph.Value> values, Code code) {
    boolean all = held.size() == values.size();
    for (int i = 0; all && i < held.size(); i++) {
      all = held.get(i).is(values.get(i), code.type(values.get(i)));
    }
    return all;
  }

  /** Returns values with the types that their simple names stand for, as far as that is known. */
  private static List<StepGraph.Value> full(
      List<Held> held,
      List<StepGraph.Value> accepted,
      List<StepGraph.Value> now,
      Map<String, String> names) {
    List<StepGraph.Value> alike = new ArrayList<>(accepted);
    alike.addAll(now);
    List<StepGraph.Value> all = new ArrayList<>();
    for (Held one : held) {
      String type =
          alike.stream()
              .filter(value -> one.is(value, TypeRef.of(value.type())))
              .map(StepGraph.Value::type)
              .findFirst()
              .orElseGet(() -> full(one.type(), names));
      all.add(new StepGraph.Value(one.name(), type, null, List.of()));
    }
    return all;
  }

  private static String full(String type, Map<String, String> names) {
    return NAME.matcher(type)
        .replaceAll(
            name -> Matcher.quoteReplacement(names.getOrDefault(name.group(), name.group())));
  }
}
