package dev.everstep.journal;

import dev.everstep.RunId;
import java.time.Instant;

/**
 * A run that waits for time only.
 *
 * @param run the run
 * @param at when it is due: its head's {@code wakeAt}
 */
public record Timer(RunId run, Instant at) {}
