/** Tests of the static check, over sources that they compile themselves. */
@NullMarked
package dev.everstep.verify;

import org.jspecify.annotations.NullMarked;
