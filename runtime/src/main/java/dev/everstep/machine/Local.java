package dev.everstep.machine;

import java.lang.reflect.Type;

/**
 * A local variable, parameter or temporary that a frame can hold.
 *
 * @param name unique in its method; what the frame names it in the journal
 * @param type the declared type with its type arguments
 */
public record Local(String name, Type type) {}
