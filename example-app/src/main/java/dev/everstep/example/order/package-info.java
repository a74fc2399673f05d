/**
 * Orders: a workflow with loops, values with type parameters, a caught failure and a pause.
 *
 * <p>Read {@link dev.everstep.example.order.PlaceOrder}, then {@link
 * dev.everstep.example.order.Ledger}, which shows how a function makes a second call harmless.
 */
@NullMarked
package dev.everstep.example.order;

import org.jspecify.annotations.NullMarked;
