/**
 * The {@code everstep} command.
 *
 * <p>Read {@link dev.everstep.cli.Main}, which lists the exit codes, then the command of interest:
 * one class each. {@link dev.everstep.cli.Console} alone touches the process's streams; {@link
 * dev.everstep.cli.TraceTable} and {@link dev.everstep.cli.Json} show what the journal holds to
 * people and to programs. Commands use the public API and {@code dev.everstep.trace}, {@code
 * verify} the static check; the journal is opened for reading only, save by {@code run}, {@code
 * resume} and {@code journal import}.
 */
@NullMarked
package dev.everstep.cli;

import org.jspecify.annotations.NullMarked;
