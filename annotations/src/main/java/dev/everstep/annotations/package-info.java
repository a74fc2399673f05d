/**
 * What a developer marks: {@link dev.everstep.annotations.Workflow} classes and the {@link
 * dev.everstep.annotations.Function} methods their steps call. No logic, no dependencies.
 */
package dev.everstep.annotations;
