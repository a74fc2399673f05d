/**
 * A durable method as data: what {@code read} makes of the user's source and {@code lower} takes
 * apart.
 *
 * <p>Read {@link dev.everstep.processor.model.Body}, then {@link
 * dev.everstep.processor.model.Statement}, {@link dev.everstep.processor.model.Expression} and
 * {@link dev.everstep.processor.model.Code}. Statements and expressions that hold no suspension
 * point are {@code Code}: the user's own text, cut into pieces. No trees are kept; types are {@code
 * javax.lang.model} mirrors of the private compilation. Immutable.
 */
@NullMarked
package dev.everstep.processor.model;

import org.jspecify.annotations.NullMarked;
