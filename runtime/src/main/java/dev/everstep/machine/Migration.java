package dev.everstep.machine;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Code of the user that brings a frame of earlier code to a point of this one. Immutable; made by
 * the generated class.
 *
 * @param from the id of the earlier point
 * @param to the id of a point of the code, or of an earlier one that is migrated in turn
 * @param chained whether the frame at {@code to} is one of earlier code, too
 * @param takes the stored locals that it is called with
 * @param takesArguments the stored arguments of the step in flight that it is called with, behind
 *     the locals; null if it does not ask for them
 * @param gives the names of the locals that it returns
 * @param givesArguments the names of the step's new arguments, which it returns behind the locals;
 *     null if the step keeps those it has
 * @param code the call
 */
public record Migration(
    String from,
    String to,
    boolean chained,
    List<Local> takes,
    @Nullable List<Local> takesArguments,
    List<String> gives,
    @Nullable List<String> givesArguments,
    Code code) {
  /** Copies the lists. */
  public Migration {
    takes = List.copyOf(takes);
    takesArguments = takesArguments == null ? null : List.copyOf(takesArguments);
    gives = List.copyOf(gives);
    givesArguments = givesArguments == null ? null : List.copyOf(givesArguments);
  }

  /** Calls the user's method. */
  @FunctionalInterface
  public interface Code {
    /**
     * Returns what it gives, in order.
     *
     * @param in what it takes, in order
     * @throws Throwable what the user's method threw
     */
    @Nullable Object[] migrate(@Nullable Object[] in) throws Throwable;
  }

  /** Begins a description. */
  public static Builder of(String from, String to) {
    return new Builder(from, to);
  }

  /** Collects a description. Confined to one thread. */
  public static final class Builder {
    private final String from;
    private final String to;
    private final List<Local> takes = new ArrayList<>();
    private final List<String> gives = new ArrayList<>();
    private @Nullable List<Local> takesArguments;
    private @Nullable List<String> givesArguments;
    private boolean chained;

    private Builder(String from, String to) {
      this.from = from;
      this.to = to;
    }

    /**
     * Adds a stored local.
     *
     * @param former names that it had before, the latest first
     */
    public Builder takes(String name, Type type, String... former) {
      takes.add(new Local(name, type, List.of(former)));
      return this;
    }

    /** Says that the stored arguments are asked for; they follow. */
    public Builder takesArguments() {
      takesArguments = new ArrayList<>();
      return this;
    }

    /** Adds a stored argument. */
    public Builder takesArgument(String name, Type type) {
      if (takesArguments == null) {
        throw new IllegalStateException("takesArguments comes first");
      }
      takesArguments.add(new Local(name, type));
      return this;
    }

    /** Sets the locals that are returned. */
    public Builder gives(String... names) {
      gives.addAll(List.of(names));
      return this;
    }

    /** Says that the step gets new arguments. */
    public Builder givesArguments(String... names) {
      givesArguments = List.of(names);
      return this;
    }

    /** Says that {@code to} is a place of earlier code, which is migrated in turn. */
    public Builder chained() {
      chained = true;
      return this;
    }

    /** Ends the description. */
    public Migration by(Code code) {
      return new Migration(from, to, chained, takes, takesArguments, gives, givesArguments, code);
    }
  }
}
