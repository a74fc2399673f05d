/**
 * The classes that a check can see, and how they are related.
 *
 * <p>Read {@link dev.everstep.verify.classes.ClassPath}, which finds a class in the project, its
 * class path or the JDK, and reads it when it is asked for the first time; then {@link
 * dev.everstep.verify.classes.JavaType}. {@link dev.everstep.verify.classes.SummaryCache} keeps
 * what was read of jars. Confined to one thread.
 */
@NullMarked
package dev.everstep.verify.classes;

import org.jspecify.annotations.NullMarked;
