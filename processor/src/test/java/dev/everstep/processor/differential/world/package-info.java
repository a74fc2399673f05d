/** What the programs of the differential tests call and hold: functions, their log, and types. */
@NullMarked
package dev.everstep.processor.differential.world;

import org.jspecify.annotations.NullMarked;
