package app;

import dev.everstep.WorkflowContext;

public class Tested {
  sealed interface Answer {}

  record Found(String text) implements Answer {}

  record Missing(int tries) implements Answer {}

  static Answer look(String text) {
    return text.isEmpty() ? new Missing(1) : new Found(text);
  }

  public String run(WorkflowContext ctx, String question) {
    if (!(look(ctx.step(Books::search, question)) instanceof Found found)) {
      return "nothing";
    }
    int rank = ctx.step(Books::rank, found.text());
    return found.text() + rank;
  }
}

class Books {
  static String search(String question) {
    return question;
  }

  static int rank(String text) {
    return 1;
  }
}
