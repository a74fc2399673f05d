/**
 * The {@code everstep} command: so far, how it shows what the journal holds.
 *
 * <p>{@link dev.everstep.cli.Console} alone touches the process's streams; {@link
 * dev.everstep.cli.TraceTable} and {@link dev.everstep.cli.Json} show traces to people and to
 * programs.
 */
@NullMarked
package dev.everstep.cli;

import org.jspecify.annotations.NullMarked;
