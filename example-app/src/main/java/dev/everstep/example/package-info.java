/**
 * An application that researches articles durably: what to copy first.
 *
 * <p>Read {@link dev.everstep.example.Research}, a workflow of two steps, then {@link
 * dev.everstep.example.Articles}, the functions it calls. {@code order} holds a workflow with
 * loops, generics and a compensating choice; {@code demo} kills this application in the middle of a
 * run.
 */
@NullMarked
package dev.everstep.example;

import org.jspecify.annotations.NullMarked;
