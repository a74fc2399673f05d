package dev.everstep.processor.model;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** Java source in pieces: an expression, or a statement with its semicolon. */
public record Code(List<Piece> pieces) {
  /** Copies the list. */
  public Code {
    pieces = List.copyOf(pieces);
  }

  /** Returns code that is plain text. */
  public static Code text(String text) {
    return new Code(List.of(new Piece.Text(text)));
  }

  /** Returns code that is one piece. */
  public static Code of(Piece... pieces) {
    return new Code(List.of(pieces));
  }

  /** Returns this code with its holes filled, by position. */
  public Code fill(List<Code> operands) {
    List<Piece> filled = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Hole hole) {
        filled.addAll(operands.get(hole.operand()).pieces());
      } else {
        filled.add(piece);
      }
    }
    return new Code(filled);
  }

  /** Returns this code followed by another. */
  public Code then(Code next) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addAll(next.pieces);
    return new Code(all);
  }

  /** Returns this code followed by text. */
  public Code then(String text) {
    return then(text(text));
  }

  /** Returns the user's line of the first text that is the user's, from 1; 0 if there is none. */
  public int firstLine() {
    return pieces.stream().mapToInt(Code::line).filter(line -> line > 0).findFirst().orElse(0);
  }

  /** Returns the user's line of the end of the last text that is the user's; 0 if none is. */
  public int lastLine() {
    int last = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text && text.line() > 0) {
        last = text.line() + (int) text.text().chars().filter(c -> c == '\n').count();
      }
    }
    return last;
  }

  private static int line(Piece piece) {
    return piece instanceof Piece.Text text ? text.line() : 0;
  }

  /** Returns {@code (type) (this)}. */
  public Code castTo(TypeMirror type) {
    return of(new Piece.Text("("), new Piece.TypeName(type), new Piece.Text(") ("))
        .then(this)
        .then(")");
  }

  /** Estimates the size of the byte code. */
  public int bytes() {
    int bytes = 0;
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Inner inner) {
        bytes += inner.name().length() / 2;
      } else {
        bytes += piece instanceof Piece.Text text ? text.text().strip().length() / 2 : 5;
      }
    }
    return bytes;
  }

  /** Returns whether the code is a single piece of this type. */
  public boolean is(Class<? extends Piece> type) {
    return pieces.size() == 1 && type.isInstance(pieces.get(0));
  }

  /** Returns the code for people: variables by their names, operands as {@code $0}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text) {
        out.append(text.text());
      } else if (piece instanceof Piece.Inner inner) {
        out.append(inner.name());
      } else if (piece instanceof Piece.TypeName type) {
        out.append(type.type());
      } else if (piece instanceof Piece.Self) {
        out.append("self");
      } else if (piece instanceof Piece.Context) {
        out.append("ctx");
      } else if (piece instanceof Piece.Thrown) {
        out.append("thrown");
      } else if (piece instanceof Piece.Read read) {
        out.append(read.variable());
      } else if (piece instanceof Piece.Write write) {
        out.append(write.variable());
      } else if (piece instanceof Piece.Update update) {
        out.append(update.variable());
      } else if (piece instanceof Piece.Capture capture) {
        out.append(capture.variable());
      } else if (piece instanceof Piece.Bind bind) {
        out.append(bind.part() == Piece.Bind.Part.NAME ? bind.variable().name() : "");
      } else if (piece instanceof Piece.Jump jump) {
        out.append("goto ").append(jump.to()).append(';');
      } else if (piece instanceof Piece.Return) {
        out.append("return end(");
      } else if (piece instanceof Piece.ReturnNothing) {
        out.append("return;");
      } else if (piece instanceof Piece.Keep keep) {
        out.append(keep.variable()).append(" = (");
      } else if (piece instanceof Piece.Take) {
        out.append("take()");
      } else if (piece instanceof Piece.Result result) {
        out.append(result.alone() ? "{ " : "").append(result.variable()).append(" = ");
      } else if (piece instanceof Piece.Close) {
        out.append(" }");
      } else if (piece instanceof Piece.Hole hole) {
        out.append('$').append(hole.operand());
      } else if (!(piece instanceof Piece.Returned)) {
        throw new AssertionError("unhandled: " + piece);
      }
    }
    return out.toString();
  }
}
