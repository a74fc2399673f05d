package dev.everstep.pieces;

import dev.everstep.journal.Payload;

/**
 * The state of a stored head.
 *
 * @param json the state
 * @param places where its pieces are, for the transition that follows
 */
public record Unpacked(Payload json, Places places) {}
