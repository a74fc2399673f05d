/**
 * Lines: lets the class files of a machine name the user's file and lines, for stack traces and
 * breakpoints.
 *
 * <p>Read {@code LineMap}, which {@code emit} makes along with the text of a machine, then {@code
 * MachineClasses}, which waits for javac to write the machine's class files, and {@code
 * ClassLines}, which changes them.
 */
@NullMarked
package dev.everstep.processor.lines;

import org.jspecify.annotations.NullMarked;
