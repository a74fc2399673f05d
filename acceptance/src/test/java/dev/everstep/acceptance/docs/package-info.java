/** The samples of the documentation that stand in no other module, as they are printed there. */
@NullMarked
package dev.everstep.acceptance.docs;

import org.jspecify.annotations.NullMarked;
