package dev.everstep.pieces;

import dev.everstep.journal.Entry;
import dev.everstep.journal.Payload;
import java.util.List;

/**
 * A transition's documents as they are to be stored.
 *
 * @param entries with their stored bodies
 * @param state the head's stored state
 * @param places where the state's pieces are once the transition is durable; if it never is, what
 *     was known before holds
 */
public record Packed(List<Entry> entries, Payload state, Places places) {}
