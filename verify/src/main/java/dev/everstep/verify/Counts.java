package dev.everstep.verify;

/**
 * How much was looked at.
 *
 * @param bodies durable methods of the project
 * @param methods methods that they can reach, each counted once for each body
 * @param classesRead class files that were taken apart
 * @param classesCached classes that the cache knew
 * @param archives jars and directories that were searched
 */
public record Counts(int bodies, int methods, int classesRead, int classesCached, int archives) {}
