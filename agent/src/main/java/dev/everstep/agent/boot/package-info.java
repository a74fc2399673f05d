/**
 * What the agent puts beside {@code java.lang.Object}, where every class can see it.
 *
 * <p>Read {@link dev.everstep.agent.boot.Guard}. It and its nested class are renamed to {@code
 * java.lang.EverstepGuard} when they are defined, so nothing of the agent may refer to them by
 * name, and they may refer to nothing but java.base. No lambdas and no string concatenation: their
 * linkage would run guarded code.
 */
@NullMarked
package dev.everstep.agent.boot;

import org.jspecify.annotations.NullMarked;
