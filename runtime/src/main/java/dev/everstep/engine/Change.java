package dev.everstep.engine;

import dev.everstep.journal.Transition;

/**
 * What an event did to a run.
 *
 * @param transition what to commit
 * @param next the state once it is durable; its action follows from it alone
 */
record Change(Transition transition, RunState next) {}
