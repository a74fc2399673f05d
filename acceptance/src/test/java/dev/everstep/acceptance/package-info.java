/** Tests of the whole, from outside. {@code RulesTest} holds the rules of the code. */
@NullMarked
package dev.everstep.acceptance;

import org.jspecify.annotations.NullMarked;
