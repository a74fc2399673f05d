package dev.everstep.engine;

import dev.everstep.machine.Machine;

/**
 * A run's live frames: its machine and the context the machine sees. Confined to the thread that
 * advances the run, apart from {@link Machine#call}.
 */
record Activation(Machine machine, SegmentContext context) {}
