package dev.everstep.probes;

import java.util.Set;

/**
 * The probes that one of the guards does not find, by name. The tests of each hold it to its list,
 * so what is in neither is found by both.
 */
public final class Missed {
  /**
   * By the check of class files: a way through a library's depths, or a text that hides what it is
   * made of.
   */
  public static final Set<String> BY_CHECK =
      Set.of(
          "OrderProbes.builtText",
          "OrderProbes.identityText",
          "OrderProbes.iterable",
          "ReflectProbes.commonsInvoke",
          "StaticProbes.array");

  /**
   * By the agent, since a class initialiser did it, whenever that was, or the JDK's own depths, on
   * some JDKs.
   */
  public static final Set<String> BY_AGENT =
      Set.of(
          "TimeProbes.startOfTheProcess",
          "RandomProbes.nodeId",
          "ProcessProbes.capacityOfTheClass",
          "ConsoleProbes.streamOfTheClass",
          "EnvProbes.localeOfTheClass",
          "ReflectProbes.loads",
          "DataProbes.transforms");

  private Missed() {}
}
