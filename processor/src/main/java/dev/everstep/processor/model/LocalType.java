package dev.everstep.processor.model;

import javax.lang.model.element.TypeElement;

/**
 * A record, enum or interface that a durable method declares: a member of its machine.
 *
 * @param name its name there; the user's, unless the method declares another of that name
 * @param code the declaration
 */
public record LocalType(TypeElement element, String name, Code code) {}
