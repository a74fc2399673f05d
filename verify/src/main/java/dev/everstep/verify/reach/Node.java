package dev.everstep.verify.reach;

import dev.everstep.verify.classes.JavaMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method as a body reaches it.
 *
 * @param waivers the {@code @Deterministic}s on the way to it
 * @param initialising whether it runs when a class is initialised, and not in the body
 * @param field of a class initialiser, the static field whose value is of interest; else null
 * @param ordered whether the body sees the order of what the field holds
 */
record Node(
    JavaMethod method,
    List<Declared> waivers,
    boolean initialising,
    @Nullable String field,
    boolean ordered) {}
