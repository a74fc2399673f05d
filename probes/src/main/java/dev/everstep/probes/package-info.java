/**
 * Bodies that both guards are judged by: each does one thing that a workflow's body must not do, or
 * one that only looks so.
 *
 * <p>Read {@link dev.everstep.probes.Probe}, {@link dev.everstep.probes.LookAlike} and {@link
 * dev.everstep.probes.Probes}, which lists them all. A class of probes holds those of one group of
 * the catalogue; what they call beside the JDK stands in the package-private classes here. All that
 * is marked as such can run in any JVM: it touches temporary files and the loopback interface alone
 * and changes nothing that lasts. Not published.
 */
@NullMarked
package dev.everstep.probes;

import org.jspecify.annotations.NullMarked;
