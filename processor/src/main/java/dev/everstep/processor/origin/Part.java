package dev.everstep.processor.origin;

import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Item;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import dev.everstep.processor.text.Mentions;
import dev.everstep.processor.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or the end of a block.
 *
 * @param codes what it runs
 * @param sets the variable that gets the value of its code; null if it is no plain assignment
 * @param certain the variable that it assigns whatever happens, without a need of what it was
 * @param bindings variables that a case declares
 * @param suspends the suspension point that it is; else null
 * @param choice whether code goes on in several ways behind it
 */
record Part(
    List<Code> codes,
    @Nullable Variable sets,
    @Nullable Variable certain,
    List<Variable> bindings,
    @Nullable Site suspends,
    boolean choice) {
  /** What methods of other files are called that throw if something is not as it should be. */
  private static final Pattern CHECKS =
      Pattern.compile("(check|require|ensure|validate|verify|assert|reject)([A-Z].*)?");

  Part {
    codes = List.copyOf(codes);
    bindings = List.copyOf(bindings);
  }

  static Part of(Item item) {
    if (item instanceof Item.Run run) {
      return new Part(List.of(run.code()), null, run.assigns(), List.of(), null, false);
    }
    Item.Set set = (Item.Set) item;
    return new Part(
        set.value() == null ? List.of() : List.of(set.value()),
        set.variable(),
        set.variable(),
        List.of(),
        null,
        false);
  }

  /** Returns the end of a block; null if it runs nothing. */
  static @Nullable Part end(Block block) {
    if (block.end() instanceof Terminator.Branch branch) {
      return new Part(List.of(branch.condition()), null, null, List.of(), null, true);
    }
    if (block.end() instanceof Terminator.Dispatch dispatch) {
      List<Code> codes = new ArrayList<>(List.of(dispatch.selector()));
      List<Variable> bindings = new ArrayList<>();
      for (Terminator.Choice choice : dispatch.choices()) {
        codes.add(choice.label());
        bindings.addAll(choice.bindings());
      }
      return new Part(codes, null, null, bindings, null, true);
    }
    if (block.end() instanceof Terminator.Suspend suspend) {
      return new Part(suspend.arguments(), null, null, List.of(), suspend.site(), false);
    }
    return null;
  }

  /** Returns the variables that it may assign. */
  Set<Variable> assigned() {
    Set<Variable> all = new LinkedHashSet<>(bindings);
    if (sets != null) {
      all.add(sets);
    }
    if (certain != null) {
      all.add(certain);
    }
    for (Code code : codes) {
      for (Piece piece : code.pieces()) {
        if (piece instanceof Piece.Write write) {
          all.add(write.variable());
        } else if (piece instanceof Piece.Update update) {
          all.add(update.variable());
        } else if (piece instanceof Piece.Keep keep) {
          all.add(keep.variable());
        } else if (piece instanceof Piece.Result result) {
          all.add(result.variable());
        } else if (piece instanceof Piece.Bind bind) {
          all.add(bind.variable());
        }
      }
    }
    return all;
  }

  /** Returns whether it may go to another place than the next statement. */
  boolean jumps() {
    return codes.stream()
        .flatMap(code -> code.pieces().stream())
        .anyMatch(Piece.Jump.class::isInstance);
  }

  /**
   * Returns whether it may leave the method: by a return or throw of its own, or since it calls,
   * for nothing but that, what throws.
   *
   * @param members the keys of the file's plain members
   */
  boolean leaves(Set<String> members) {
    return rejects(members) || returnsOrThrows();
  }

  /** A statement that gives nothing and is not about an object of a local may check something. */
  private boolean rejects(Set<String> members) {
    if (sets != null || certain != null || choice || suspends != null || codes.isEmpty()) {
      return false;
    }
    Code code = codes.get(0);
    if (code.pieces().isEmpty()
        || !(code.pieces().get(0) instanceof Piece.Text
            || code.pieces().get(0) instanceof Piece.TypeName
            || code.pieces().get(0) instanceof Piece.Self)) {
      return false;
    }
    return code.pieces().stream()
        .filter(Piece.Text.class::isInstance)
        .flatMap(piece -> Tokens.of(((Piece.Text) piece).text()).stream())
        .anyMatch(
            token -> members.contains(Mentions.throwing(token)) || CHECKS.matcher(token).matches());
  }

  private boolean returnsOrThrows() {
    return codes.stream()
        .flatMap(code -> code.pieces().stream())
        .anyMatch(
            piece ->
                piece instanceof Piece.Return
                    || piece instanceof Piece.Text text
                        && text.text().matches("(?s)(.*\\W)?throw\\W.*"));
  }
}
