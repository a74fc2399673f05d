package dev.everstep.processor.differential.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A sealed type. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(Shape.Circle.class), @JsonSubTypes.Type(Shape.Box.class)})
public sealed interface Shape {
  /** Returns the area. */
  double area();

  /** A circle with a convenient pi. */
  record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return 3 * radius * radius;
    }
  }

  /** A box. */
  record Box(double width, double height) implements Shape {
    @Override
    public double area() {
      return width * height;
    }
  }
}
