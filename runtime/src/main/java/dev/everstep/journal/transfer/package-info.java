/**
 * What works on a journal as a whole, through its SPI and so on every kind of journal: export,
 * import, a check, figures.
 *
 * <p>Read {@link dev.everstep.journal.transfer.Export}, then {@link
 * dev.everstep.journal.transfer.Import}. An export is JSON lines in UTF-8; {@code type} says what a
 * line is:
 *
 * <pre>{@code
 * {"type":"header","format":"everstep-export","version":1,"at":"2026-01-02T03:04:05Z","by":"everstep 0.1.0"}
 * {"type":"run","run":"r1","workflow":"Research","status":"COMPLETED","seq":2,"startedAt":...,"state":{...},"crc":"..."}
 * {"type":"entry","run":"r1","seq":0,"kind":"RUN_STARTED","at":...,"body":{...},"crc":"..."}     seq times
 * {"type":"unreadable","run":"r7","reason":"[ES311] ..."}      instead of a run, or of its rest;
 *                                                              entries may follow, for people
 * {"type":"end","runs":1,"entries":3,"unreadable":1}
 * }</pre>
 *
 * <p>{@code state} and {@code body} are the journal's bytes. They stand in one of three forms, such
 * that a tool that reads and prints the JSON anew does no harm; {@code crc} is a CRC32C of all that
 * the line says and may be left out:
 *
 * <pre>
 *   body        a JSON value   if printing it anew gives the same bytes, with numbers that a double holds
 *   bodyText    a JSON string  other text in UTF-8
 *   bodyBytes   base64         the rest: documents of {@code dev.everstep.pieces}, which refer to
 *                              bytes of other entries, and so must keep theirs
 *   bodyJson    a JSON value   beside it, such a document in full, if that is little longer or
 *                              was asked for; not read by an import
 * </pre>
 *
 * <p>Memory is bounded by a page of 16 entries or 200 heads, fewer if they are large, whatever the
 * size of the journal. Classes are confined to one thread. Depends on the SPI, on raw JSON in
 * {@code dev.everstep.codec}, and on {@code dev.everstep.pieces} and {@code dev.everstep.state}, to
 * look into documents and heads.
 */
@NullMarked
package dev.everstep.journal.transfer;

import org.jspecify.annotations.NullMarked;
