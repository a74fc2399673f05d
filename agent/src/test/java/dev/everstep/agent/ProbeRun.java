package dev.everstep.agent;

import dev.everstep.guarded.ProbeProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the guard said of the probes in a process of their own.
 *
 * @param bodies one for each that ran, in order
 * @param process the process
 */
record ProbeRun(List<Said> bodies, GuardedJvm process) {
  /** All groups forbidden, so that warnings count, too. */
  static final String STRICT =
      "mode=forbid"
          + List.of(
                  "time", "random", "order", "thread", "lock", "file", "network", "process",
                  "console", "env", "reflect", "data", "static")
              .stream()
              .map(group -> ",severity." + group + "=forbid")
              .collect(Collectors.joining());

  /**
   * What the guard said of one body.
   *
   * @param name {@code Class.method}
   * @param clean whether it only looks nondeterministic
   * @param verdict {@code forbid}, {@code warn} or {@code silent}
   * @param call what was reported
   */
  record Said(String name, boolean clean, String verdict, String call) {
    boolean isSilent() {
      return verdict.equals("silent");
    }
  }

  /**
   * Runs them.
   *
   * @param jvm options of the process, the agents among them
   * @param which as {@link ProbeProcess} takes it
   */
  static ProbeRun of(List<String> jvm, String which) throws Exception {
    GuardedJvm process = GuardedJvm.run(jvm, ProbeProcess.class, which);
    List<Said> bodies = new ArrayList<>();
    for (String line : process.out().lines().toList()) {
      String[] parts = line.split("\t", -1);
      if (parts[0].equals("probe")) {
        bodies.add(new Said(parts[2], parts[1].equals("clean"), parts[3], parts[4]));
      }
    }
    return new ProbeRun(bodies, process);
  }

  /** Returns those with a nondeterministic call, or the others. */
  List<Said> bodies(boolean clean) {
    return bodies.stream().filter(body -> body.clean() == clean).toList();
  }
}
