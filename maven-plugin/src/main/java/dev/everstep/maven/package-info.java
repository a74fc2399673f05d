/**
 * The goals {@code everstep:verify} and {@code everstep:accept}.
 *
 * <p>Read {@link dev.everstep.maven.VerifyMojo} and {@link dev.everstep.maven.AcceptMojo}, which
 * hold settings and the outcome for the build, then {@link dev.everstep.maven.Upgrade}. What is
 * nondeterministic says {@code dev.everstep.verify}, and which runs can go on {@code
 * dev.everstep.upgrade}; here is what they are asked, and how their answers are printed. Goals are
 * made anew for each execution and confined to a thread; Maven may run several at once.
 */
@NullMarked
package dev.everstep.maven;

import org.jspecify.annotations.NullMarked;
