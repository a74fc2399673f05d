/**
 * The demo: kills this application in the middle of a run and shows that no finished step runs
 * again.
 *
 * <p>Read {@link dev.everstep.example.demo.Demo}, which tells the story, then {@link
 * dev.everstep.example.demo.Worker}, the process that it kills.
 */
@NullMarked
package dev.everstep.example.demo;

import org.jspecify.annotations.NullMarked;
