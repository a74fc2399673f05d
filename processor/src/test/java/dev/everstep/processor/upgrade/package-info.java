/**
 * Whether a run goes on with an edited workflow: pairs of versions, in {@code
 * src/test/resources/upgrades}, whose runs are really parked and resumed.
 *
 * <p>Read {@link dev.everstep.processor.upgrade.UpgradeCorpusTest}, then {@link
 * dev.everstep.processor.upgrade.Edit}. A {@link dev.everstep.processor.upgrade.ParkingJournal}
 * stops the old version in flight at one suspension point; what the new version does from there is
 * compared with what it does from its beginning.
 */
@NullMarked
package dev.everstep.processor.upgrade;

import org.jspecify.annotations.NullMarked;
