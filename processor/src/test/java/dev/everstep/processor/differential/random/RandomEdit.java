package dev.everstep.processor.differential.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A change of a program, such as its author may make: a statement taken out or out of its block, a
 * value replaced, neighbours exchanged, a number changed, a local renamed. Many are not valid Java.
 */
public final class RandomEdit {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,3}(?![\\w.])");

  /** A local's declaration: a name behind a type, in front of its value. */
  private static final Pattern LOCAL =
      Pattern.compile("(?m)^\\s*(?:var|int|long|String|boolean|List<\\w+>) (\\w+) = ");

  private RandomEdit() {}

  /** Returns the file of an edited program. */
  public static String edited(RandomProgram program, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> number(program.text(), random);
      case 1 -> renamed(program.text(), random);
      case 2 -> text(program, one(exchanged(program.body()), random));
      default -> text(program, one(Shrinker.changed(program.body()), random));
    };
  }

  private static String text(RandomProgram program, Node body) {
    return program.variant(0, body).text();
  }

  private static Node one(List<Node> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** Returns what a program becomes when two neighbours of a list change places. */
  private static List<Node> exchanged(Node tree) {
    List<Node> all = new ArrayList<>();
    exchanges(tree, all::add);
    return all.isEmpty() ? List.of(tree) : all;
  }

  private static void exchanges(Node node, Consumer<Node> to) {
    for (int i = 0; i < node.parts().size(); i++) {
      int at = i;
      exchanges(node.parts().get(i), other -> to.accept(node.with(at, other)));
      if (node.form() == Node.Form.LIST && i > 0) {
        List<Node> parts = new ArrayList<>(node.parts());
        Collections.swap(parts, i - 1, i);
        to.accept(node.with(parts));
      }
    }
  }

  private static String number(String text, Random random) {
    int entry = Math.max(0, text.indexOf(" run(WorkflowContext"));
    List<MatchResult> numbers =
        NUMBER.matcher(text).results().filter(one -> one.start() > entry).toList();
    if (numbers.isEmpty()) {
      return text;
    }
    MatchResult one = numbers.get(random.nextInt(numbers.size()));
    int other = Integer.parseInt(one.group()) + 1;
    return text.substring(0, one.start()) + other + text.substring(one.end());
  }

  private static String renamed(String text, Random random) {
    List<MatchResult> locals = LOCAL.matcher(text).results().toList();
    if (locals.isEmpty()) {
      return text;
    }
    String name = locals.get(random.nextInt(locals.size())).group(1);
    int entry = Math.max(0, text.indexOf(" run(WorkflowContext"));
    return text.substring(0, entry)
        + text.substring(entry).replaceAll("(?<![.\\w\"])" + name + "\\b", name + "Renamed");
  }
}
