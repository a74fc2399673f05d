/**
 * A {@link dev.everstep.verify.Report} as people and programs read it.
 *
 * <p>{@link dev.everstep.verify.report.TextReport} for a console, {@link
 * dev.everstep.verify.report.JsonReport} for scripts, {@link
 * dev.everstep.verify.report.SarifReport} for editors and code hosts. Each is a pure function to
 * text. Thread-safe.
 */
@NullMarked
package dev.everstep.verify.report;

import org.jspecify.annotations.NullMarked;
