package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Helper.Form;
import dev.everstep.processor.differential.random.Helper.Room;
import dev.everstep.processor.differential.random.Names.Variable;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes calls of durable methods. */
final class CallGenerator {
  /** What a generic method is called with, besides its caller's own type parameter. */
  private static final Set<Kind> ARGUMENTS =
      EnumSet.of(Kind.BOX, Kind.TEXT, Kind.ITEM, Kind.LIST, Kind.CELL, Kind.COLOR, Kind.SHAPE);

  private final Place place;
  private final ValueGenerator values;

  CallGenerator(Place place, ValueGenerator values) {
    this.place = place;
    this.values = values;
  }

  /** Returns whether a call can have a value of a kind here, apart from numbers. */
  boolean returns(Kind kind) {
    return (kind == Kind.ELEMENT || ARGUMENTS.contains(kind)) && !generic().isEmpty();
  }

  private List<Helper> generic() {
    return place.helpers().stream().filter(one -> one.form() == Form.GENERIC).toList();
  }

  /** Writes a call with a number as its value. */
  Node number(int depth) {
    Helper to = place.any(numbers());
    return switch (to.form()) {
      case COUNTING -> counting(to, depth);
      case OVERLOAD ->
          call(to, Kind.INT, name(to) + "(ctx, #)", overloaded(to.takes(), depth))
              .showing(Construct.CALL_OVERLOADED);
      case VARARGS -> variable(to, depth).showing(Construct.CALL_OVERLOADED);
      case GENERIC -> {
        List<Kind> kinds =
            place.known(Kind.ELEMENT).isEmpty()
                ? List.copyOf(ARGUMENTS)
                : List.of(Kind.ELEMENT, Kind.TEXT);
        yield Node.value(
            Kind.INT, "Effects.deep(#).length()", generic(to, place.any(kinds), depth));
      }
      case BOUNDED -> bounded(to, depth);
      case NOTHING -> throw new AssertionError(to);
    };
  }

  /** Returns the methods that a number can be made of. */
  private List<Helper> numbers() {
    return place.helpers().stream().filter(one -> one.form() != Form.NOTHING).toList();
  }

  boolean returnsNumbers() {
    return !numbers().isEmpty();
  }

  /** Writes a statement that calls a method without a result. */
  Optional<Node> nothing() {
    return place.helpers().stream()
        .filter(one -> one.form() == Form.NOTHING)
        .findFirst()
        .map(
            to ->
                call(to, Kind.LIST, name(to) + "(ctx, #)", element(Kind.LIST, 1))
                    .showing(Construct.CALL_VOID, Construct.CALL_SHARING))
        .map(call -> Node.statement("#;", call));
  }

  /** Writes a call of a generic method with a list of a local type, and its first element. */
  Optional<Node> shared(String type, String list) {
    if (generic().isEmpty()) {
      return Optional.empty();
    }
    Helper to = place.any(generic());
    String name = place.once(3) ? to.owner() + "<" + type + ">" + to.name() : name(to);
    String code = "%s(ctx, Math.floorMod(#, 2), %s, %s.get(0))".formatted(name, list, list);
    return Optional.of(
        call(to, Kind.OBJECT, code, values.small(Kind.INT))
            .showing(Construct.CALL_GENERIC, Construct.CALL_SHARING));
  }

  /** Writes a call of a generic method with a value of a kind; most share objects with it. */
  Node generic(Kind kind, int depth) {
    return generic(place.any(generic()), kind, depth);
  }

  private Node generic(Helper to, Kind kind, int depth) {
    String name = place.once(3) ? to.owner() + "<" + kind.java() + ">" + to.name() : name(to);
    Node made =
        call(
            to,
            kind,
            name + "(ctx, Math.floorMod(#, 2), Effects.all(#, #), #)",
            values.of(Kind.INT, depth),
            element(kind, depth),
            element(kind, 0),
            element(kind, depth));
    return made.showing(Construct.CALL_GENERIC, Construct.GENERICS);
  }

  private Node element(Kind kind, int depth) {
    List<Variable> known = place.known(kind);
    return known.isEmpty() || place.once(3)
        ? values.argument(kind, depth)
        : ValueGenerator.name(place.any(known));
  }

  /** Writes a call; most share their list with the method, and see what it added. */
  private Node counting(Helper to, int depth) {
    List<Variable> lists = place.known(Kind.LIST);
    boolean shares = !lists.isEmpty() && !place.once(4);
    Node list = shares ? ValueGenerator.name(place.any(lists)) : values.of(Kind.LIST, depth);
    Node made =
        call(
            to,
            Kind.INT,
            name(to) + "(ctx, Math.floorMod(#, 3), #)",
            values.of(Kind.INT, depth),
            list);
    return shares ? made.showing(Construct.CALL_SHARING) : made;
  }

  private Node overloaded(Kind kind, int depth) {
    return kind == Kind.CHAR
        ? Node.value(kind, "(char) (#)", values.of(kind, depth))
        : values.argument(kind, depth);
  }

  private Node variable(Helper to, int depth) {
    Node made =
        place.once(3)
            ? call(to, Kind.INT, name(to) + "(ctx, #)", element(Kind.INTS, depth))
            : call(
                to,
                Kind.INT,
                name(to) + "(ctx, #, #, #)",
                values.argument(Kind.INT, depth),
                values.argument(Kind.INT, depth),
                values.argument(Kind.INT, 0));
    return made.showing(Construct.CALL_VARARGS);
  }

  private Node bounded(Helper to, int depth) {
    boolean captures = place.once(2);
    Node list =
        captures
            ? Node.value(Kind.WILD, "(List<? extends Number>) #", element(Kind.WILD, depth))
            : element(Kind.LIST, depth);
    Node made =
        call(
            to,
            Kind.INT,
            name(to) + "(ctx, Math.floorMod(#, 2), #)",
            values.of(Kind.INT, depth),
            list);
    return made.showing(Construct.CALL_GENERIC, captures ? Construct.CAPTURE : Construct.GENERICS);
  }

  private String name(Helper to) {
    return place.once(4) ? to.owner() + to.name() : to.name(place.room());
  }

  private Node call(Helper to, Kind kind, String code, Node... arguments) {
    Node made = Node.value(kind, code, arguments).showing(Construct.CALL);
    made = to.isStatic() ? made.showing(Construct.CALL_STATIC) : made;
    made =
        to.room() == Room.SHARED && place.room() != Room.SHARED
            ? made.showing(Construct.CALL_OTHER_CLASS)
            : made;
    return place.isAttempt() ? made.showing(Construct.CALL_IN_TRY) : made;
  }
}
