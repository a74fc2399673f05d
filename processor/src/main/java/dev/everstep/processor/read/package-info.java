/**
 * From the user's attributed trees to the model.
 *
 * <p>Read {@link dev.everstep.processor.read.BodyReader}; then {@code StatementReader} and {@code
 * ExpressionReader}, which take apart what holds a suspension point and refuse what is not on their
 * list; and {@code Splicer}, which cuts everything else from the user's text. Apart from {@code
 * attribution}, the only user of the Tree API. Confined to the compiler's thread.
 */
@NullMarked
package dev.everstep.processor.read;

import org.jspecify.annotations.NullMarked;
