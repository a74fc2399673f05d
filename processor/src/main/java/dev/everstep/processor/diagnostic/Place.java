package dev.everstep.processor.diagnostic;

/**
 * A place in a workflow's source file.
 *
 * @param position the offset of a character in the file, from 0; what is underlined
 * @param line its line, from 1
 */
public record Place(int position, int line) {}
