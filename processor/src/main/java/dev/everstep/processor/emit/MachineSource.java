package dev.everstep.processor.emit;

import dev.everstep.processor.lines.LineMap;

/**
 * The source of a machine.
 *
 * @param name the class's binary name
 * @param text the file
 * @param origin the simple name of the user's file
 * @param lines which lines of the user's file those of the text come from
 */
public record MachineSource(String name, String text, String origin, LineMap lines) {}
