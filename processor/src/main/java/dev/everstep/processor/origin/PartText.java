package dev.everstep.processor.origin;

import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import dev.everstep.processor.text.Mentions;
import dev.everstep.processor.text.Tokens;
import dev.everstep.processor.text.TypeFacts;
import dev.everstep.processor.text.TypeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.type.TypeMirror;

/**
 * The canonical text of a statement: its tokens, with variables as numbers in the order of their
 * first use, types by their full names, the text of the plain members of the file that it names,
 * and what it takes for granted of types.
 */
final class PartText {
  private final Map<Object, String> numbers = new HashMap<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<TypeMirror> types = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private boolean takes;
  private boolean catches;

  private PartText() {}

  /**
   * A text and what stands at its numbers.
   *
   * @param variables the first is number 1
   * @param takes whether what was waited for is in it
   * @param catches whether the exception that is handled is in it
   */
  record Template(String text, List<Variable> variables, boolean takes, boolean catches) {
    Template {
      variables = List.copyOf(variables);
    }
  }

  /**
   * Returns the text of code.
   *
   * @param members what the names of the file's plain members stand for
   */
  static Template of(List<Code> codes, Map<String, String> members) {
    PartText text = new PartText();
    for (Code code : codes) {
      code.pieces().forEach(text::add);
      text.out.append(" ; ");
    }
    List<String> tokens = Tokens.of(text.out.toString());
    StringBuilder line = new StringBuilder(String.join(" ", tokens));
    for (String member : Mentions.of(tokens, members.keySet())) {
      line.append('\n').append(member).append(' ').append(members.get(member));
    }
    for (String constant : text.constants(codes)) {
      line.append('\n').append(constant);
    }
    for (String fact : TypeFacts.of(text.types, tokens)) {
      line.append('\n').append(fact);
    }
    return new Template(line.toString(), text.variables, text.takes, text.catches);
  }

  /** Returns the text of an inline step, with what it captures as numbers. */
  static String inline(Site.Inline inline, Map<String, String> members) {
    List<String> captured = inline.captures().stream().map(Variable::name).toList();
    List<String> tokens = Tokens.of(of(List.of(inline.body()), members).text());
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      int number = i > 0 && tokens.get(i - 1).equals(".") ? -1 : captured.indexOf(tokens.get(i));
      line.append(number < 0 ? tokens.get(i) : "#" + number).append(' ');
    }
    return line.toString();
  }

  /** Returns the values of constants of other classes, which it names behind the class. */
  private Set<String> constants(List<Code> codes) {
    Set<String> constants = new TreeSet<>();
    for (Code code : codes) {
      for (int i = 0; i < code.pieces().size(); i++) {
        if (code.pieces().get(i) instanceof Piece.TypeName type) {
          StringBuilder behind = new StringBuilder();
          for (int j = i + 1;
              j < code.pieces().size() && code.pieces().get(j) instanceof Piece.Text text;
              j++) {
            behind.append(text.text());
          }
          List<String> tokens = Tokens.of(behind.toString());
          String constant =
              tokens.size() > 1 && tokens.get(0).equals(".")
                  ? TypeFacts.constant(type.type(), tokens.get(1))
                  : null;
          if (constant != null) {
            constants.add(constant);
          }
        }
      }
    }
    return constants;
  }

  private void add(Piece piece) {
    if (piece instanceof Piece.Text one) {
      out.append(one.text());
    } else if (piece instanceof Piece.Inner one) {
      out.append(number(one.declared(), ""));
    } else if (piece instanceof Piece.TypeName one) {
      types.add(one.type());
      out.append(TypeText.of(one.type()));
    } else if (piece instanceof Piece.Self) {
      out.append("this");
    } else if (piece instanceof Piece.Context) {
      out.append("context");
    } else if (piece instanceof Piece.Thrown) {
      catches = true;
      out.append("thrown");
    } else if (piece instanceof Piece.Take one) {
      takes = true;
      types.add(one.type());
      out.append("take:").append(TypeText.of(one.type())).append(' ');
    } else if (piece instanceof Piece.Read one) {
      out.append(local(one.variable()));
    } else if (piece instanceof Piece.Write one) {
      out.append(local(one.variable()));
    } else if (piece instanceof Piece.Update one) {
      out.append(local(one.variable()));
    } else if (piece instanceof Piece.Capture one) {
      out.append(local(one.variable()));
    } else if (piece instanceof Piece.Bind one) {
      out.append(one.part() == Piece.Bind.Part.NAME ? local(one.variable()) : "");
    } else if (piece instanceof Piece.Keep one) {
      out.append(local(one.variable())).append(" = (");
    } else if (piece instanceof Piece.Result one) {
      out.append(local(one.variable())).append(" = ");
    } else if (piece instanceof Piece.Jump one) {
      out.append(" goto ").append(number(one.to(), "")).append(";");
    } else if (piece instanceof Piece.Return) {
      out.append(" return (");
    } else if (!(piece instanceof Piece.Close)) {
      throw new AssertionError("unhandled: " + piece);
    }
  }

  private String local(Variable variable) {
    if (!numbers.containsKey(variable)) {
      variables.add(variable);
      types.add(variable.type());
    }
    return number(variable, ":" + TypeText.of(variable.type()));
  }

  private String number(Object key, String type) {
    String known = numbers.get(key);
    if (known != null) {
      return known;
    }
    String number = " #" + (key instanceof Variable ? "v" : "i") + (numbers.size() + 1) + " ";
    numbers.put(key, number);
    return number + type + " ";
  }
}
