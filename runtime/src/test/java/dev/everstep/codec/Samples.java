package dev.everstep.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types as programs declare them. */
final class Samples {
  private Samples() {}

  enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "grass";
      }
    }
  }

  record Price(String currency, BigDecimal amount) {}

  record Order(String id, List<Map<String, Price>> lines, Optional<Color> color, int[] sizes) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  static final class Square implements Shape {
    public double side;
  }

  static class Node {
    public @Nullable String name;
    public @Nullable Node next;
    public List<Node> children = new ArrayList<>();

    Node() {}

    Node(String name) {
      this.name = name;
    }
  }

  /** Loses what it keeps: a field without a getter. */
  static final class Lossy {
    private final String secret;

    Lossy(String secret) {
      this.secret = secret;
    }

    Lossy() {
      this("");
    }

    public int getLength() {
      return secret.length();
    }

    public void setLength(int length) {}
  }

  record Holder(List<Owned> items) {}

  record Owned(Object owner) {}

  record Holding(List<String> names) {}
}
