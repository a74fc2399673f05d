/**
 * The journal in a directory: a log with group commit in front, immutable tables behind.
 *
 * <p>Read {@link dev.everstep.journal.embedded.EmbeddedJournal}, then {@code CommitQueue} and
 * {@code Committer} (the one thread that writes the log), {@code Recovery} (what opening does),
 * {@code View} (where readers look), {@code Flusher} and {@code Merger} (tails to tables, tables to
 * fewer), {@code Retirement} (which runs are dropped). {@code Frames}, {@code Records}, {@code
 * Rows} and {@code Manifest} are the byte layouts:
 *
 * <pre>
 *   directory   lock   manifest   log-000000000003  log-000000000004   table-000000000001 ...
 *
 *   segment     frame | frame | ... | what is left of an older use, or zeros
 *   frame       header | records | trailer          header and trailer say the same
 *   record      transition: head, entries
 *   table       pages | parity | footer | footer    rows, sorted; see {@code Rows}
 * </pre>
 *
 * <p>Nothing is acknowledged before its frame is synced, nothing is updated in place, and a file is
 * deleted only when a synced manifest no longer names it. Threads of users read memory and mapped
 * files; only the journal's own threads touch channels, since an interrupt closes those.
 */
@NullMarked
package dev.everstep.journal.embedded;

import org.jspecify.annotations.NullMarked;
