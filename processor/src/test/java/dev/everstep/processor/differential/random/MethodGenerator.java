package dev.everstep.processor.differential.random;

import dev.everstep.processor.differential.random.Helper.Form;
import dev.everstep.processor.differential.random.Helper.Room;
import dev.everstep.processor.differential.random.Names.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Writes durable methods. Each calls itself, or one that is written with it, a counted number of
 * times, and those that were written before, so calls come to an end.
 */
final class MethodGenerator {
  private static final int STATEMENTS = 2;

  private final Random random;
  private final List<Helper> helpers = new ArrayList<>();
  private final List<Node> own = new ArrayList<>();
  private final List<Node> shared = new ArrayList<>();

  MethodGenerator(Random random) {
    this.random = random;
  }

  /** Returns what was written so far and can be called from a room. */
  List<Helper> helpers(Room from) {
    return helpers.stream().filter(one -> one.isVisible(from)).toList();
  }

  /** Returns the methods of the workflow, and behind them the class of the others, if any. */
  List<Node> written() {
    List<Node> all = new ArrayList<>(own);
    if (!shared.isEmpty()) {
      all.add(
          Node.clause(
              """
              }

              @SuppressWarnings("all")
              @Durable
              class %s {
              static final int LIMIT = 3;
              static final String WORD = "s1";

              #"""
                  .formatted(RandomProgram.SHARED),
              Node.list(shared)));
    }
    return all;
  }

  /** Writes a method, several of one name, or two that call each other. */
  void write(String name) {
    Room room =
        random.nextBoolean() ? Room.OBJECT : random.nextBoolean() ? Room.CLASS : Room.SHARED;
    boolean hidden = room != Room.SHARED && random.nextBoolean();
    switch (random.nextInt(8)) {
      case 0 -> mutual(name, room);
      case 1, 2 -> overloads(name, room, hidden);
      case 3 -> {
        Helper made = new Helper(name, Form.GENERIC, room, hidden, Kind.INT);
        add(made, generic(made));
      }
      case 4 -> {
        Helper made = new Helper(name, Form.BOUNDED, room, hidden, Kind.INT);
        add(made, bounded(made));
      }
      default -> {
        Helper made = new Helper(name, Form.COUNTING, room, hidden, Kind.INT);
        add(made, counting(made, made));
      }
    }
  }

  private void add(Helper helper, Node method) {
    (helper.room() == Room.SHARED ? shared : own).add(method);
    helpers.add(helper);
  }

  private void mutual(String name, Room room) {
    Room other = room == Room.OBJECT ? room : random.nextBoolean() ? Room.CLASS : Room.SHARED;
    Helper one = new Helper(name, Form.COUNTING, room, false, Kind.INT);
    Helper two = new Helper(name + "Again", Form.COUNTING, other, false, Kind.INT);
    Node first = counting(one, two);
    Node second = counting(two, one);
    add(one, first);
    add(two, second);
  }

  private void overloads(String name, Room room, boolean hidden) {
    Helper counting = new Helper(name, Form.COUNTING, room, hidden, Kind.INT);
    add(counting, counting(counting, counting));
    List<Kind> kinds = List.of(Kind.TEXT, Kind.LONG, Kind.CHAR, Kind.ITEM);
    Kind kind = kinds.get(random.nextInt(kinds.size()));
    Helper overload = new Helper(name, Form.OVERLOAD, room, hidden, kind);
    Node method = overload(overload);
    if (random.nextBoolean()) {
      Helper nothing = new Helper(name, Form.NOTHING, room, hidden, Kind.LIST);
      Node another = nothing(nothing);
      add(nothing, another);
    }
    if (random.nextBoolean()) {
      Helper variable = new Helper(name, Form.VARARGS, room, hidden, Kind.INTS);
      Node another = overload(variable);
      add(variable, another);
    }
    add(overload, method);
  }

  private Place place(Helper of, @Nullable Kind result) {
    return new Place(random, STATEMENTS, result, of.room(), helpers(of.room()));
  }

  private static Node again(Helper from, Helper to, Kind kind, String arguments) {
    Node made =
        Node.value(kind, to.name(from.room()) + arguments)
            .showing(
                Construct.CALL,
                to.equals(from) ? Construct.CALL_RECURSIVE : Construct.CALL_MUTUAL,
                Construct.CALL_SHARING);
    return to.isStatic() ? made.showing(Construct.CALL_STATIC) : made;
  }

  /** Writes a method that counts down, with a list that all calls share. */
  private Node counting(Helper helper, Helper next) {
    Place place = place(helper, Kind.INT);
    String down = place.names().declare(Kind.INT, Use.CAPTURED).name();
    String list = place.names().declare(Kind.LIST, Use.CAPTURED).name();
    StatementGenerator statements = new StatementGenerator(place);
    Node before = place.inside(() -> Node.list(statements.all()));
    Node again = again(helper, next, Kind.INT, "(ctx, " + down + " - 1, " + list + ")");
    Node last = Node.list(Node.statement(list + ".add(#);", statements.value(Kind.INT)));
    Node body =
        place.once(2)
            ? Node.list(
                Node.statement(
                    "try {\nreturn # + #;\n} finally {\n#}",
                    again,
                    statements.value(Kind.INT),
                    last))
            : Node.list(last, Node.statement("return # + #;", statements.value(Kind.INT), again));
    return Node.clause(
        helper.modifiers()
            + "int "
            + helper.name()
            + "(WorkflowContext ctx, int "
            + down
            + ", List<Integer> "
            + list
            + ") throws Exception {\n#if ("
            + down
            + " <= 0) {\nreturn #;\n}\n#}",
        before,
        statements.value(Kind.INT),
        body);
  }

  private Node overload(Helper helper) {
    Place place = place(helper, Kind.INT);
    String name = place.names().declare(helper.takes(), Use.CAPTURED).name();
    StatementGenerator statements = new StatementGenerator(place);
    Node before = place.inside(() -> Node.list(statements.all()));
    String type = helper.form() == Form.VARARGS ? "int..." : helper.takes().java();
    return Node.clause(
        "%sint %s(WorkflowContext ctx, %s %s) throws Exception {\n#return # + Effects.deep(%s).length();\n}"
            .formatted(helper.modifiers(), helper.name(), type, name, name),
        before,
        statements.value(Kind.INT));
  }

  private Node nothing(Helper helper) {
    Place place = place(helper, null);
    String list = place.names().declare(Kind.LIST, Use.CAPTURED).name();
    StatementGenerator statements = new StatementGenerator(place);
    Node before = place.inside(() -> Node.list(statements.all()));
    return Node.clause(
        "%svoid %s(WorkflowContext ctx, List<Integer> %s) throws Exception {\n#%s.add(#);\n}"
            .formatted(helper.modifiers(), helper.name(), list, list),
        before,
        statements.value(Kind.INT));
  }

  /** Writes a method with a type parameter, which locals, lists and other calls have as a type. */
  private Node generic(Helper helper) {
    Place place = place(helper, Kind.ELEMENT);
    String down = place.names().declare(Kind.INT, Use.CAPTURED).name();
    String one = place.names().declareUnique(Kind.ELEMENT, Use.CAPTURED).name();
    StatementGenerator statements = new StatementGenerator(place);
    Node value = statements.value(Kind.ELEMENT);
    String kept = place.names().declareUnique(Kind.ELEMENT, Use.ASSIGNED).name();
    Node before = place.inside(() -> Node.list(statements.all()));
    Node end = statements.value(Kind.ELEMENT);
    String list =
        place.once(2)
            ? ValueGenerator.ELEMENTS
            : "new ArrayList<T>(%s)".formatted(ValueGenerator.ELEMENTS);
    return Node.clause(
        """
        %s<T> T %s(WorkflowContext ctx, int %s, List<T> %s, T %s) throws Exception {
        T %s = #;
        #if (%s <= 0) {
        return #;
        }
        %s.add(#);
        return #;
        }"""
            .formatted(
                helper.modifiers(),
                helper.name(),
                down,
                ValueGenerator.ELEMENTS,
                one,
                kept,
                down,
                ValueGenerator.ELEMENTS),
        value,
        before,
        end,
        statements.value(Kind.ELEMENT),
        again(helper, helper, Kind.ELEMENT, "(ctx, %s - 1, %s, %s)".formatted(down, list, kept))
            .showing(Construct.CALL_GENERIC));
  }

  private Node bounded(Helper helper) {
    Place place = place(helper, Kind.INT);
    String down = place.names().declare(Kind.INT, Use.CAPTURED).name();
    String numbers = place.names().label();
    String first = place.names().label();
    StatementGenerator statements = new StatementGenerator(place);
    Node before = place.inside(() -> Node.list(statements.all()));
    return Node.clause(
        """
        %s<N extends Number> int %s(WorkflowContext ctx, int %s, List<N> %s) throws Exception {
        N %s = %s.get(0);
        #if (%s <= 0) {
        return # + %s.intValue();
        }
        %s.set(0, %s.get(%s.size() - 1));
        return %s.intValue() + # + #;
        }"""
            .formatted(
                helper.modifiers(),
                helper.name(),
                down,
                numbers,
                first,
                numbers,
                down,
                first,
                numbers,
                numbers,
                numbers,
                first),
        Node.list(
            before,
            Node.statement("Effects.log(\"\" + " + first + ");").showing(Construct.GENERIC_LOCAL)),
        statements.value(Kind.INT),
        statements.value(Kind.INT),
        again(helper, helper, Kind.INT, "(ctx, %s - 1, %s)".formatted(down, numbers))
            .showing(Construct.CALL_GENERIC));
  }
}
