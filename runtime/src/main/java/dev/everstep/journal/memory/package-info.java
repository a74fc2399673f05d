/**
 * A journal on the heap, for tests and for runs that need not outlive the process.
 *
 * <p>Read {@link dev.everstep.journal.memory.InMemoryJournal}. It passes the same contract suite as
 * the durable journal and is the model that the durable one is compared with. Depends on {@code
 * dev.everstep.journal} only.
 */
@NullMarked
package dev.everstep.journal.memory;

import org.jspecify.annotations.NullMarked;
