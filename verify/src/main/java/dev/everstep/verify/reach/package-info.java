/**
 * What a body can reach, and what the catalogue says of it.
 *
 * <p>Read {@link dev.everstep.verify.reach.Program}, which knows the bodies and hands out their
 * {@link dev.everstep.verify.reach.Hit}s; then {@code Reach}, the call graph of one body. It is
 * that of rapid type analysis: a call through an interface leads to the classes of which reachable
 * code makes objects. A lambda is reachable where it is made, unless it is given to a step; so are
 * the methods through which the JDK calls back an object, where that is made. The JDK's own code is
 * never entered: {@code Rules} says what its methods do. Nor is that of class initialisers, apart
 * from the parts that make the value of a static field which a body reads ({@code StaticFields}).
 *
 * <p>Confined to one thread.
 */
@NullMarked
package dev.everstep.verify.reach;

import org.jspecify.annotations.NullMarked;
