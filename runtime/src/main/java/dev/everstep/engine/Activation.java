package dev.everstep.engine;

import dev.everstep.machine.Machine;
import dev.everstep.machine.Stack;

/**
 * A run's live frames, and the context that their code sees. Confined to the thread that advances
 * the run, apart from {@link Machine#call}.
 */
record Activation(Stack stack, SegmentContext context) {}
