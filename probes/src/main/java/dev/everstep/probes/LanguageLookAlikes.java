package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the language does behind the scenes. */
@Durable
public final class LanguageLookAlikes {
  private LanguageLookAlikes() {}

  @LookAlike(why = "a record of texts and numbers prints and hashes the same everywhere")
  public static String record(WorkflowContext ctx) {
    Fruit apple = new Fruit("apple", 12);
    return apple + " " + apple.hashCode() + apple.equals(new Fruit("apple", 12));
  }

  @LookAlike(why = "an exception carries its stack trace, which nobody reads")
  public static String exception(WorkflowContext ctx) {
    try {
      Objects.requireNonNull(null, "no order");
      return "";
    } catch (NullPointerException e) {
      return new IllegalStateException("wrapped", e).getCause().getMessage();
    }
  }

  @LookAlike(
      why = "a class is loaded and initialised in the body, and its initialiser reads a property")
  public static int loads(WorkflowContext ctx) {
    return Late.VALUES.size();
  }

  @LookAlike(why = "switches on enums and texts")
  public static int switches(WorkflowContext ctx) {
    Colour colour = Colour.valueOf("GREEN");
    int first =
        switch (colour) {
          case RED, GREEN -> 1;
          default -> 2;
        };
    return switch ("pear") {
      case "apple" -> first;
      case "pear" -> first + 10;
      default -> 0;
    };
  }

  @LookAlike(why = "lambdas that capture locals")
  public static int captures(WorkflowContext ctx) {
    int tax = 19;
    BiFunction<Integer, Integer, Integer> add = (price, discount) -> price - discount + tax;
    Supplier<Integer> total = () -> add.andThen(sum -> sum * 2).apply(100, 10);
    return total.get();
  }

  @LookAlike(why = "references to methods that compute")
  public static List<Integer> references(WorkflowContext ctx) {
    Function<String, Integer> length = String::length;
    return List.of("a", "bb").stream().map(length.andThen(Math::abs)).toList();
  }

  @LookAlike(why = "helpers of the project that compute")
  public static int helpers(WorkflowContext ctx) {
    Basket basket = new Basket();
    basket.add(new Fruit("apple", 12));
    basket.add(new Fruit("pear", 30));
    return basket.total();
  }

  @LookAlike(why = "an anonymous class that compares")
  public static String anonymous(WorkflowContext ctx) {
    Comparable<String> own =
        new Comparable<>() {
          @Override
          public int compareTo(String other) {
            return other.length() - 3;
          }
        };
    return "" + own.compareTo("pear");
  }

  @LookAlike(why = "an interface with two implementations, of which the one here computes")
  public static String oneOfTwo(WorkflowContext ctx) {
    Naming naming = new ByName();
    return naming.name("pear");
  }

  @LookAlike(why = "a constant of an immutable type")
  public static String constant(WorkflowContext ctx) {
    return Late.CURRENCY + Late.RATE;
  }

  @LookAlike(why = "reflection on names, without order")
  public static String reflection(WorkflowContext ctx) throws Exception {
    return Fruit.class.getSimpleName() + String.class.getMethod("length").getName();
  }

  /** Text and number. */
  record Fruit(String name, int cents) {}

  /** Adds up. */
  static final class Basket {
    private int total;

    void add(Fruit fruit) {
      total += fruit.cents();
    }

    int total() {
      return total;
    }
  }

  /** Loaded by the body that first asks for it. */
  static final class Late {
    static final String CURRENCY = "EUR";
    static final Integer RATE = Integer.valueOf(108);
    static final List<String> VALUES =
        System.getProperty("everstep.probes.late") == null ? List.of("a") : List.of("a");

    private Late() {}
  }

  /** Gives names. */
  interface Naming {
    String name(String of);
  }

  /** Gives the same names to the same things. */
  static final class ByName implements Naming {
    @Override
    public String name(String of) {
      return "fruit-" + of;
    }
  }

  /** Never made by a body. */
  static final class ByTime implements Naming {
    @Override
    public String name(String of) {
      return of + System.nanoTime();
    }
  }
}
