package dev.everstep.processor.differential.world;

import java.util.ArrayList;
import java.util.List;

/** A mutable bean; public fields are assignment targets. */
public class Cell {
  /** A number. */
  public int value;

  /** A text. */
  public String text = "";

  /** A narrow number, for compound assignments that narrow. */
  public byte small;

  /** A mutable part. */
  public List<Integer> parts = new ArrayList<>();

  /** An array part. */
  public int[] slots = new int[3];

  /** Returns itself and says so. */
  public Cell self() {
    Effects.log("self " + value);
    return this;
  }
}
