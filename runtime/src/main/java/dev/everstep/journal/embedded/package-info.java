/**
 * The journal in a directory: a log with group commit in front, immutable tables behind.
 *
 * <p>Read {@link dev.everstep.journal.embedded.EmbeddedJournal}, then {@code Committer} (the one
 * thread that writes the log), {@code Recovery} (what opening does), {@code View} (where readers
 * look) and {@code Tables} (flush and merge). {@code Frames}, {@code Records}, {@code Rows} and
 * {@code Manifest} are the byte layouts; docs/journal.md draws them.
 *
 * <p>Nothing is acknowledged before its frame is synced, nothing is updated in place, and a file is
 * deleted only when a synced manifest no longer names it. Threads of users read memory and mapped
 * files; only the journal's own threads touch channels, since an interrupt closes those.
 */
@NullMarked
package dev.everstep.journal.embedded;

import org.jspecify.annotations.NullMarked;
