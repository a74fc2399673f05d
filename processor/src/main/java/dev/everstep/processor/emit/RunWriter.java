package dev.everstep.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.everstep.processor.diagnostic.Fault;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code run()}: one switch over all blocks, or, since HotSpot does not compile methods of
 * more than 8,000 bytes, a method for each block and a switch that calls them.
 */
final class RunWriter {
  static final ClassName OP = ClassName.get("dev.everstep.machine", "Op");

  private final Body body;
  private final Flow flow;
  private final Frame frame;
  private final Names names;
  private final boolean split;

  RunWriter(Body body, Flow flow, Frame frame, Names names) {
    this.body = body;
    this.flow = flow;
    this.frame = frame;
    this.names = names;
    this.split = flow.blocks().stream().mapToInt(Block::bytes).sum() > Block.BYTES_MAX;
  }

  /** Returns whether exceptions are caught anywhere. */
  boolean hasHandlers() {
    return flow.blocks().stream().anyMatch(block -> block.handler() != null);
  }

  private boolean hasJumps() {
    return flow.blocks().stream()
        .anyMatch(
            block ->
                !(block.end() instanceof Terminator.Suspend)
                    && !block.successors(flow.labels()).isEmpty());
  }

  List<MethodSpec> write() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(run());
    if (split) {
      for (Block block : flow.blocks()) {
        methods.add(
            MethodSpec.methodBuilder("at" + flow.number(block))
                .addModifiers(Modifier.PRIVATE)
                .returns(OP)
                .addException(Throwable.class)
                .addCode("$L// $L\n", Marks.none(), origin(block))
                .addCode(statements(block, "return null;"))
                .build());
      }
    }
    return methods;
  }

  private MethodSpec run() {
    MethodSpec.Builder run =
        MethodSpec.methodBuilder("run")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(OP)
            .addException(Throwable.class)
            .addCode("$L", Marks.loose(body.place().line()));
    boolean loops = split || hasJumps() || hasHandlers();
    if (loops) {
      run.addCode(split ? "" : names.next() + ":\n").beginControlFlow("while (true)");
    }
    if (hasHandlers()) {
      // A jump out of plain code has changed pc when that code's own finally blocks run.
      run.addStatement("int $L = $L", names.at(), names.pc());
      run.beginControlFlow("try");
    }
    run.addCode(split ? calls() : blocks());
    if (hasHandlers()) {
      run.nextControlFlow("catch ($T caught)", Throwable.class);
      run.addCode("$L = caught;\n", names.thrown());
      run.addCode(handlers());
      run.endControlFlow();
    }
    if (loops) {
      run.endControlFlow();
    }
    return run.build();
  }

  private CodeBlock blocks() {
    CodeBlock.Builder out =
        CodeBlock.builder()
            .beginControlFlow("switch ($L)", hasHandlers() ? names.at() : names.pc());
    for (Block block : flow.blocks()) {
      out.add("case $L: { // $L\n$>", flow.number(block), origin(block));
      out.add(statements(block, "continue " + names.next() + ";"));
      out.add("$<}\n");
    }
    out.add(
        "default:\n$>$Lthrow new $T($S + pc);\n$<",
        Marks.loose(body.place().line()),
        IllegalStateException.class,
        "no block ");
    return out.endControlFlow().build();
  }

  private CodeBlock calls() {
    CodeBlock.Builder out = CodeBlock.builder();
    out.add("$T op =\n$>$>switch (pc) {\n$>", OP);
    for (Block block : flow.blocks()) {
      out.add("case $L -> at$L();\n", flow.number(block), flow.number(block));
    }
    out.add(
        "default -> throw new $T($S + pc);\n$<};\n$<$<", IllegalStateException.class, "no block ");
    out.beginControlFlow("if (op != null)").add("return op;\n").endControlFlow();
    return out.build();
  }

  private CodeBlock handlers() {
    Map<Integer, List<Integer>> handled = new TreeMap<>();
    for (Block block : flow.blocks()) {
      if (block.handler() != null) {
        handled
            .computeIfAbsent(flow.number(block.handler()), number -> new ArrayList<>())
            .add(flow.number(block));
      }
    }
    CodeBlock.Builder out = CodeBlock.builder().add("pc =\n$>$>switch ($L) {\n$>", names.at());
    handled.forEach(
        (handler, blocks) ->
            out.add(
                "case $L -> $L;\n",
                blocks.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")),
                handler));
    return out.add("default -> throw caught;\n$<};\n$<$<").build();
  }

  private CodeBlock statements(Block block, String leave) {
    return Fault.guard(
        "the writing of code",
        () -> new Place(body.place().position(), block.line()),
        () -> new BlockWriter(body, flow, frame, names, leave).write(block));
  }

  private static String origin(Block block) {
    return block.resumes() == null
        ? "line " + block.line()
        : "line " + block.line() + ", after " + block.resumes().id();
  }
}
