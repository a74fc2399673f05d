/**
 * Tests of the whole, from outside.
 *
 * <p>Read {@code crash.CrashTest} first: processes killed at random moments. {@code DemoTest} and
 * {@code CommandTest} run what a user runs; {@code docs} holds the samples of the documentation,
 * and {@code DocumentationTest} compares them; {@code RulesTest} holds the rules of the code.
 */
@NullMarked
package dev.everstep.acceptance;

import org.jspecify.annotations.NullMarked;
