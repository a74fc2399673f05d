package dev.everstep.journal.transfer;

/**
 * What an export holds: its last line.
 *
 * @param runs how many runs are whole
 * @param entries how many entries those have
 * @param unreadable how many runs could not be read, or not to their end
 */
public record Totals(long runs, long entries, long unreadable) {}
