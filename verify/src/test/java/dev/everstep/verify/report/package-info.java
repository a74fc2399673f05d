/** Tests of what a report looks like. */
@NullMarked
package dev.everstep.verify.report;

import org.jspecify.annotations.NullMarked;
