package app;

import dev.everstep.machine.Invocation;
import dev.everstep.machine.Machine;
import dev.everstep.machine.MachineType;
import dev.everstep.machine.Op;
import javax.annotation.processing.Generated;

/**
 * The machine of {@link Research#run}, compiled from Research.java.
 */
@Generated("dev.everstep.processor.WorkflowProcessor")
@SuppressWarnings({
    "auxiliaryclass",
    "cast",
    "deprecation",
    "divzero",
    "empty",
    "fallthrough",
    "finally",
    "lossy-conversions",
    "missing-explicit-ctor",
    "rawtypes",
    "removal",
    "serial",
    "static",
    "synchronization",
    "try",
    "unchecked",
    "varargs"
})
public final class Research$run extends Machine {
  public static final MachineType TYPE = MachineType.named("Research", "run", Research.class, "Research.java")
      .parameter("url", String.class)
      .returns(Summary.class)
      .step(1, "step:Articles.fetch", 9,
          MachineType.call("Articles.fetch", Articles.class, "fetch", String.class)
              .argument("url", String.class)
              .returns(String.class))
      .step(2, "step:Articles.summarize", 11,
          MachineType.call("Articles.summarize", Articles.class, "summarize", String.class)
              .argument("article", String.class)
              .returns(Summary.class))
      .build(Research$run::new);

  private final Locals f = new Locals();

  private Research self;

  @Override
  public MachineType type() {
    return TYPE;
  }

  @Override
  protected void bindSelf(Object workflow) {
    this.self = (Research) workflow;
  }

  @Override
  protected Op run() throws Throwable {
    switch (pc) {
      case 0: { // line 9
        return step(1, f.url);
      }
      case 1: { // line 9, after step:Articles.fetch
        String article = take();
        context().log().info("fetched {} characters", article.length());
        return step(2, article);
      }
      case 2: { // line 11, after step:Articles.summarize
        return end(take());
      }
      default:
        throw new IllegalStateException("no block " + pc);
    }
  }

  @Override
  public Object call(int point, Invocation in) throws Throwable {
    switch (point) {
      case 1:
        return in.instance(Articles.class).fetch(in.<String>argument(0));
      case 2:
        return in.instance(Articles.class).summarize(in.<String>argument(0));
      default:
        throw new IllegalArgumentException("no step " + point);
    }
  }

  @Override
  public Object local(int index) {
    switch (index) {
      case 0:
        return this.f.url;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  @Override
  public void local(int index, Object value) {
    switch (index) {
      case 0:
        this.f.url = (String) value;
        break;
      default:
        throw new IllegalArgumentException("no local " + index);
    }
  }

  private static final class Locals {
    String url;
  }
}
