/**
 * Documents of which each part is stored once: what an entry of the run has already, a later
 * document refers to.
 *
 * <p>Read {@link dev.everstep.pieces.Packing}, which makes a transition's documents (the bodies of
 * its entries, the state of its head) small, then {@link dev.everstep.pieces.Documents}, which
 * gives the JSON back. {@code Cutter} finds the pieces, {@code Items} is what a document is made
 * of.
 *
 * <p>A document is told by its first byte: <code>{</code> for JSON as it is, else the number of a
 * format. Integers are unsigned LEB128 (seven bits a byte, the lowest first, the eighth bit set
 * where another byte follows).
 *
 * <pre>
 *   document   byte 1, int length of the JSON, int length of the items, items, kept
 *   item       int (length &lt;&lt; 2 | kind), then
 *              kind 0, text in place:  length bytes
 *              kind 1, text elsewhere: long seq, int offset; length bytes there
 *              kind 2, items elsewhere: long seq, int offset; length bytes of items there
 *   kept       bytes that no item of this document stands for: later documents refer to them
 * </pre>
 *
 * The JSON is the text of all items in their order. {@code seq} is an entry of the same run, {@code
 * offset} counts from the first byte of that entry's stored body, whatever its format. Where text
 * is cut is no part of the format.
 *
 * <p>Invariants: only bodies of entries are referred to, never a head, which the next transition
 * replaces; an entry refers to entries before it, and a head to those up to its own seq. A run's
 * entries are dropped all together or not at all, and so no reference outlives what it refers to.
 *
 * <p>Internal. Values are immutable; {@link dev.everstep.pieces.Documents} is confined to one
 * thread. Depends on {@code dev.everstep.journal} and the API's exceptions.
 */
@NullMarked
package dev.everstep.pieces;

import org.jspecify.annotations.NullMarked;
