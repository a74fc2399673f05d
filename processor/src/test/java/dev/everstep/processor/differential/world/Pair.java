package dev.everstep.processor.differential.world;

/** A generic record. */
public record Pair<A, B>(A first, B second) {}
