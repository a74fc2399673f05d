package dev.everstep.agent;

import com.sun.tools.attach.VirtualMachine;

/**
 * Loads an agent into another process. A process of its own, since a JVM does not attach to itself
 * unless it is told to.
 */
final class Attacher {
  private Attacher() {}

  /** Takes a process id, the agent's jar and its options. */
  public static void main(String[] args) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(args[0]);
    try {
      machine.loadAgent(args[1], args[2]);
    } finally {
      machine.detach();
    }
  }
}
