/**
 * The programs behind every figure in the docs, started by {@code ./bench}.
 *
 * <p>Read {@link dev.everstep.benchmarks.EngineBenchmark}, steps against a raw log, {@link
 * dev.everstep.benchmarks.JournalBenchmark}, the same for the journal alone, {@link
 * dev.everstep.benchmarks.AgentBenchmark}, what a growing state writes, {@link
 * dev.everstep.benchmarks.ResumeBenchmark}, from process start to the first resumed step, {@link
 * dev.everstep.benchmarks.OpenBenchmark}, what a large directory takes to open, {@link
 * dev.everstep.benchmarks.VerifyBenchmark}, the static check, and {@link
 * dev.everstep.benchmarks.GuardBenchmark}, what the agent costs. What is about the engine uses the
 * public API as an application does.
 */
@NullMarked
package dev.everstep.benchmarks;

import org.jspecify.annotations.NullMarked;
