/**
 * The contract between generated machines and the engine.
 *
 * <p>Read {@link dev.everstep.machine.Machine}, which every compiled method extends; {@link
 * dev.everstep.machine.MachineType}, what is known of it at compile time; and {@link
 * dev.everstep.machine.Op}, what it asks of the engine when it suspends. User code names none of
 * these types, but generated code does, so they are kept as compatible as the API. Depends on
 * {@code dev.everstep} only.
 */
@NullMarked
package dev.everstep.machine;

import org.jspecify.annotations.NullMarked;
