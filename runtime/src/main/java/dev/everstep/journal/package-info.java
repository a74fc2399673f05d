/**
 * The journal: an append-only record of every run, and the only durable state.
 *
 * <p>Read {@link dev.everstep.journal.Journal}, then {@link dev.everstep.journal.Transition}, the
 * unit of atomicity. A run's {@linkplain dev.everstep.journal.Entry entries} have consecutive
 * {@code seq} from 0; its {@linkplain dev.everstep.journal.Head head} holds all that resuming
 * needs. After a crash the journal is a prefix of what was committed, and holds every transition
 * whose commit completed. Implementations are thread-safe; values are immutable.
 *
 * <p>This package depends on {@code dev.everstep} only. The implementations are below it: {@code
 * memory} and {@code embedded}, the latter over {@code mapdb}, the only user of MapDB.
 */
@NullMarked
package dev.everstep.journal;

import org.jspecify.annotations.NullMarked;
