/**
 * From blocks to the source of a machine; the only user of JavaPoet.
 *
 * <p>Read {@link dev.everstep.processor.emit.MachineWriter}, which puts the class together, then
 * {@code RunWriter} and {@code BlockWriter}, where the user's code is written. Reports nothing:
 * what cannot be written was refused before. The same model gives the same text.
 */
@NullMarked
package dev.everstep.processor.emit;

import org.jspecify.annotations.NullMarked;
