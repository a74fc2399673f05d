package dev.everstep.verify.read;

/**
 * A field.
 *
 * @param access the flags of the class file
 */
public record FieldSummary(String name, String descriptor, int access) {}
