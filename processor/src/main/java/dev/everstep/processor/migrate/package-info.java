/**
 * Migration code of the user: which methods there are, and whether they fit the frames that earlier
 * code left and the points of this one.
 *
 * <p>Read {@link dev.everstep.processor.migrate.Hook}, then {@link
 * dev.everstep.processor.migrate.HookReader}. What earlier code stored is in the {@linkplain
 * dev.everstep.processor.identity.Baseline baseline}.
 */
@NullMarked
package dev.everstep.processor.migrate;

import org.jspecify.annotations.NullMarked;
