/**
 * JSON as maps and lists, for step graphs. The compiler brings no JSON library: it would stand on
 * the processor path beside those of other processors.
 *
 * <p>Read {@link dev.everstep.processor.json.JsonReader}. Pure functions that depend on nothing.
 */
@NullMarked
package dev.everstep.processor.json;

import org.jspecify.annotations.NullMarked;
