package dev.everstep.acceptance.docs;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Workflow;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A workflow with an inline step. */
@Workflow
public class Greeting {
  public String run(WorkflowContext ctx, String name) throws UnknownHostException {
    String host = ctx.step("host", () -> InetAddress.getLocalHost().getHostName());
    return "Hello " + name + ", from " + host;
  }
}
