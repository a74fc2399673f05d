package dev.everstep.codec;

import dev.everstep.Limits;

/**
 * The most bytes of JSON that a thing may have.
 *
 * @param name which of the {@link Limits} it is, for who wants to raise it
 * @param bytes from 1
 */
public record SizeLimit(String name, int bytes) {
  /** Checks the range. */
  public SizeLimit {
    if (bytes < 1) {
      throw new IllegalArgumentException(name + "=" + bytes);
    }
  }

  /** Returns the limit of a run's arguments together. */
  public static SizeLimit runInput(Limits limits) {
    return new SizeLimit("runInputBytesMax", limits.runInputBytesMax());
  }

  /** Returns the limit of a run's result. */
  public static SizeLimit runOutput(Limits limits) {
    return new SizeLimit("runOutputBytesMax", limits.runOutputBytesMax());
  }

  /** Returns the limit of a step's arguments together. */
  public static SizeLimit stepInput(Limits limits) {
    return new SizeLimit("stepInputBytesMax", limits.stepInputBytesMax());
  }

  /** Returns the limit of a step's result. */
  public static SizeLimit stepOutput(Limits limits) {
    return new SizeLimit("stepOutputBytesMax", limits.stepOutputBytesMax());
  }

  /** Returns the limit of a run's frames together. */
  public static SizeLimit frames(Limits limits) {
    return new SizeLimit("frameBytesMax", limits.frameBytesMax());
  }
}
