package dev.everstep.processor.differential.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a program.
 *
 * @param form how it may be changed
 * @param kind its type, if it is a value
 * @param code its text, with a {@code #} for each of its parts; empty for a list
 * @param parts in the order of the text
 * @param shows what it is an example of
 */
record Node(Form form, @Nullable Kind kind, String code, List<Node> parts, Set<Construct> shows) {

  /** How a part may be changed without regard to its meaning. */
  enum Form {
    /** Replaced by another value of its kind. */
    VALUE,

    /** Taken out of its list, or replaced by the lists in it. */
    STATEMENT,

    /** Taken out of its list: a case, a catch clause, an operand. */
    CLAUSE,

    /** Each of its parts is on a line of its own. */
    LIST
  }

  Node {
    parts = List.copyOf(parts);
  }

  static Node value(Kind kind, String code, Node... parts) {
    return new Node(Form.VALUE, kind, code, Arrays.asList(parts), none());
  }

  static Node statement(String code, Node... parts) {
    return new Node(Form.STATEMENT, null, code, Arrays.asList(parts), none());
  }

  static Node clause(String code, Node... parts) {
    return new Node(Form.CLAUSE, null, code, Arrays.asList(parts), none());
  }

  static Node list(List<Node> parts) {
    return new Node(Form.LIST, null, "", parts, none());
  }

  static Node list(Node... parts) {
    return list(Arrays.asList(parts));
  }

  private static Set<Construct> none() {
    return EnumSet.noneOf(Construct.class);
  }

  /** Returns this part as an example of more constructs. */
  Node showing(Construct... constructs) {
    Set<Construct> all = EnumSet.noneOf(Construct.class);
    all.addAll(shows);
    all.addAll(Arrays.asList(constructs));
    return new Node(form, kind, code, parts, all);
  }

  /** Returns this part with other parts. */
  Node with(List<Node> others) {
    return new Node(form, kind, code, others, shows);
  }

  /** Returns this part with one part replaced. */
  Node with(int index, Node other) {
    List<Node> others = new ArrayList<>(parts);
    others.set(index, other);
    return with(others);
  }

  /** Returns whether a run may stop here, parts apart. */
  boolean suspends() {
    return shows.contains(Construct.STEP)
        || shows.contains(Construct.SLEEP)
        || shows.contains(Construct.CALL);
  }

  /** Returns the number of nodes. */
  int size() {
    return 1 + parts.stream().mapToInt(Node::size).sum();
  }

  /** Returns the number of statements. */
  int statements() {
    return (form == Form.STATEMENT ? 1 : 0) + parts.stream().mapToInt(Node::statements).sum();
  }

  /** Returns the text. */
  String text() {
    StringBuilder out = new StringBuilder();
    print(out);
    return out.toString();
  }

  private void print(StringBuilder out) {
    if (form == Form.LIST) {
      for (Node part : parts) {
        part.print(out);
        if (part.form != Form.LIST) {
          out.append('\n');
        }
      }
      return;
    }
    int next = 0;
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) == '#') {
        parts.get(next).print(out);
        next++;
      } else {
        out.append(code.charAt(i));
      }
    }
  }
}
