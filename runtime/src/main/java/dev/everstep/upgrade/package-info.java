/**
 * Whether runs that are under way can go on with changed code, judged before the deploy.
 *
 * <p>Read {@link dev.everstep.upgrade.StepGraph}, then {@link dev.everstep.upgrade.Judge} and what
 * it returns: a {@link dev.everstep.upgrade.Judgement} of {@link dev.everstep.upgrade.Verdict}s,
 * one for each place where a run may stand. What does not fit is said in the words that the engine
 * gives a stuck run, {@link dev.everstep.codec.Mismatch}. All types are immutable. Internal.
 */
@NullMarked
package dev.everstep.upgrade;

import org.jspecify.annotations.NullMarked;
