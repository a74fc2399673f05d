package dev.everstep.codec;

import dev.everstep.UnreadableValueException;
import dev.everstep.journal.Payload;
import dev.everstep.machine.FunctionRef;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a step in flight: their values, and what they were when they were stored, as in
 * {@code String url, List<String> seen}.
 *
 * @param takes names and types, in Java's notation and by simple names; null of a step that a
 *     version stored which did not keep them
 * @param input the values, a JSON array
 */
public record StoredArguments(@Nullable String takes, Payload input) {

  /** Returns what is stored of the parameters of a function. */
  public static String describe(FunctionRef function) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < function.arguments().size(); i++) {
      out.append(i == 0 ? "" : ", ")
          .append(TypeNames.of(function.arguments().get(i)))
          .append(' ')
          .append(function.argumentNames().get(i));
    }
    return out.toString();
  }

  /**
   * Returns the arguments as the function at hand takes them. If it has parameters of the same
   * names, they go by name; else by position, as for parameters that were renamed.
   *
   * @param method of the frame that waits, for the message
   * @throws FrameMismatchException if there are fewer or more, or one is of a type that would not
   *     keep the value
   */
  public StoredArguments fit(String method, String point, FunctionRef function) {
    String wanted = describe(function);
    if (takes == null || takes.equals(wanted)) {
      return this;
    }
    List<Parameter> stored = parse(takes);
    int count = function.arguments().size();
    if (stored.size() != count) {
      throw new FrameMismatchException(
          Mismatch.argumentCount(method, point, stored.size(), count), null);
    }
    List<Payload> values = RawJson.elements(input);
    List<String> names = stored.stream().map(Parameter::name).toList();
    boolean byName = new HashSet<>(names).equals(Set.copyOf(function.argumentNames()));
    List<Payload> ordered = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = byName ? names.indexOf(function.argumentNames().get(i)) : i;
      if (!TypeNames.mayBecome(stored.get(at).type(), function.arguments().get(i))) {
        throw new FrameMismatchException(
            Mismatch.argument(
                method,
                point,
                function.argumentNames().get(i),
                stored.get(at).type(),
                TypeNames.of(function.arguments().get(i)),
                Mismatch.NOT_KEPT),
            null);
      }
      ordered.add(values.get(at));
    }
    return new StoredArguments(wanted, RawJson.array(ordered));
  }

  /**
   * Makes sure that the function at hand can be given the arguments.
   *
   * @param method of the frame that waits, for the message
   * @throws FrameMismatchException if one cannot be read as the parameter that it is for
   */
  public void requireReadable(String method, String point, FunctionRef function, ValueCodec codec) {
    List<Payload> values = RawJson.elements(input);
    List<Parameter> stored = parse(takes == null ? describe(function) : takes);
    for (int i = 0; i < Math.min(values.size(), function.arguments().size()); i++) {
      Type wanted = function.arguments().get(i);
      String name = function.argumentNames().get(i);
      try {
        codec.read(values.get(i), wanted);
      } catch (UnreadableValueException e) {
        throw new FrameMismatchException(
            Mismatch.argument(
                method,
                point,
                name,
                stored.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(stored.get(i))
                    .type(),
                TypeNames.of(wanted),
                Refusals.sentence(Refusals.reason(e.getCause() == null ? e : e.getCause()))),
            e);
      }
    }
  }

  /** A parameter, its type by simple names. */
  public record Parameter(String type, String name) {}

  /** Returns the parameters that {@link #describe} wrote. */
  public static List<Parameter> parse(String takes) {
    List<Parameter> all = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= takes.length(); i++) {
      boolean ends = i == takes.length();
      depth += ends ? 0 : takes.charAt(i) == '<' ? 1 : takes.charAt(i) == '>' ? -1 : 0;
      if (i > from && (ends || depth == 0 && takes.charAt(i) == ',')) {
        String one = takes.substring(from, i).strip();
        int space = one.lastIndexOf(' ');
        all.add(new Parameter(one.substring(0, space), one.substring(space + 1)));
        from = i + 1;
      }
    }
    return all;
  }
}
