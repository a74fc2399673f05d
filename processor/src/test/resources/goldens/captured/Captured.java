package app;

import dev.everstep.WorkflowContext;
import java.util.List;

public class Captured {
  public List<String> run(WorkflowContext ctx, List<String> names, int least) {
    String greeting = ctx.step(Words::greeting, names.size());
    List<String> greeted =
        names.stream()
            .filter(name -> name.length() >= least)
            // One for each that is left.
            .map(name -> greeting + name)
            .toList();
    ctx.step(Words::send, greeted);
    return greeted;
  }
}

class Words {
  static String greeting(int people) {
    return "hello ";
  }

  static void send(List<String> letters) {}
}
