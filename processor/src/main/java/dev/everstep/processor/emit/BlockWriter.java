package dev.everstep.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.everstep.processor.live.Frame;
import dev.everstep.processor.live.Nameable;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.lower.Item;
import dev.everstep.processor.lower.Terminator;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Label;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Writes the statements of one block. */
final class BlockWriter {
  private static final Set<String> ARRAY_SUPERTYPES =
      Set.of("java.lang.Object", "java.io.Serializable", "java.lang.Cloneable");

  private final Flow flow;
  private final Frame frame;
  private final Names names;
  private final TypeNames types;
  private final String leave;

  private final CodeBlock.Builder out = CodeBlock.builder();
  private final Map<Variable, String> locals = new HashMap<>();
  private final Set<Variable> declared = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private @Nullable Site resumed;
  private String origin = Marks.none();

  /**
   * Creates a writer.
   *
   * @param leave the statement that goes to the block in {@code pc}
   */
  BlockWriter(Body body, Flow flow, Frame frame, Names names, String leave) {
    this.flow = flow;
    this.frame = frame;
    this.names = names;
    this.types = new TypeNames(body);
    this.leave = leave;
    used.addAll(body.innerNames());
  }

  CodeBlock write(Block block) {
    resumed = block.resumes();
    block.items().forEach(this::item);
    origin = Marks.loose(block.endLine());
    end(block.end());
    return out.build();
  }

  private void item(Item item) {
    origin = Marks.loose(item.line());
    if (item instanceof Item.Run run) {
      copies(run.code());
      line(code(run.code()));
    } else {
      set((Item.Set) item);
    }
  }

  private void set(Item.Set set) {
    Variable variable = set.variable();
    Code value = set.value();
    if (value != null) {
      copies(value);
    }
    if (frame.holds(variable) || !set.declares()) {
      if (value != null) {
        line(CodeBlock.of("$L = $L;", target(variable), value(value, variable)));
      }
      return;
    }
    CodeBlock type = declaredType(variable.type());
    if (value == null) {
      line(CodeBlock.of("$L $L;", type, local(variable)));
    } else {
      // The value is written first, since it cannot mean the variable.
      CodeBlock written = value(value, variable);
      line(CodeBlock.of("$L $L = $L;", type, local(variable), written));
    }
  }

  private CodeBlock declaredType(TypeMirror type) {
    return !Nameable.is(type) ? CodeBlock.of("var") : CodeBlock.of("$T", types.of(type));
  }

  private CodeBlock value(Code value, Variable target) {
    if (value.is(Piece.Take.class)) {
      TypeMirror taken = ((Piece.Take) value.pieces().get(0)).type();
      if (taken.toString().equals(target.type().toString())) {
        return CodeBlock.of("$Ltake()", taken());
      }
    }
    return code(value);
  }

  private void end(Terminator end) {
    if (end instanceof Terminator.Goto jump) {
      line(CodeBlock.of("$L = $L;", names.pc(), flow.number(jump.to())));
      line(CodeBlock.of("$L", leave));
    } else if (end instanceof Terminator.Branch branch) {
      copies(branch.condition());
      out.add("$L", origin).beginControlFlow("if ($L)", code(branch.condition()));
      line(CodeBlock.of("$L = $L;", names.pc(), flow.number(branch.yes())));
      out.nextControlFlow("else");
      line(CodeBlock.of("$L = $L;", names.pc(), flow.number(branch.no())));
      out.endControlFlow();
      line(CodeBlock.of("$L", leave));
    } else if (end instanceof Terminator.Dispatch dispatch) {
      dispatch(dispatch);
    } else if (end instanceof Terminator.Suspend suspend) {
      suspend(suspend);
    }
  }

  /** A switch expression, so that javac's rules for values without a case are the user's. */
  private void dispatch(Terminator.Dispatch dispatch) {
    copies(dispatch.selector());
    dispatch.choices().forEach(choice -> copies(choice.label()));
    out.add("$L$L =\n$>$>switch ($L) {\n$>", origin, names.pc(), code(dispatch.selector()));
    for (Terminator.Choice choice : dispatch.choices()) {
      int number = flow.number(choice.to());
      List<Variable> kept = choice.bindings().stream().filter(frame::holds).toList();
      out.add("$L -> ", code(choice.label()));
      if (kept.isEmpty()) {
        line(CodeBlock.of("$L;", number));
        continue;
      }
      out.add("{\n$>");
      for (Variable binding : kept) {
        line(CodeBlock.of("$L = $L;", target(binding), binding.name()));
      }
      out.add("yield $L;\n$<}\n", number);
    }
    out.add("$<};\n$<$<");
    line(CodeBlock.of("$L", leave));
  }

  private void suspend(Terminator.Suspend suspend) {
    suspend.arguments().forEach(this::copies);
    Site site = suspend.site();
    CodeBlock.Builder call = CodeBlock.builder();
    call.add("$L", Marks.exact(site.place().line()));
    if (site.call() instanceof Site.Sleep sleep) {
      call.add("return $L($L", sleep.until() ? "sleepUntil" : "sleep", site.index());
    } else if (site.call() instanceof Site.Helper) {
      call.add("return invoke($L", site.index());
    } else {
      call.add("return step($L", site.index());
    }
    if (site.call() instanceof Site.Inline inline) {
      for (Variable captured : inline.captures()) {
        call.add(", ");
        argument(call, read(captured), inline.captures().size() == 1 && isArray(captured.type()));
      }
    } else {
      boolean single = suspend.arguments().size() == 1;
      int line = site.place().line();
      for (Code argument : suspend.arguments()) {
        // On a line of its own where the user has it so: an exception has one line.
        boolean breaks = argument.firstLine() > line;
        line = Math.max(line, argument.lastLine());
        CodeBlock code = code(argument);
        call.add(breaks ? ",\n$>$>" : ", ");
        argument(call, code, single && (isNull(code) || isArrayArgument(site)));
        call.add(breaks ? "$<$<" : "");
      }
    }
    line(call.add(");").build());
  }

  /** An array or null alone would be taken for all arguments of the call. */
  private static void argument(CodeBlock.Builder call, CodeBlock code, boolean cast) {
    if (cast) {
      call.add("($T) ($L)", Object.class, code);
    } else {
      call.add(code);
    }
  }

  private static boolean isNull(CodeBlock code) {
    return Marks.strip(code.toString()).replaceAll("[()\\s]", "").equals("null");
  }

  private static boolean isArrayArgument(Site site) {
    if (site.call() instanceof Site.Helper helper) {
      return mayBeArray(helper.parameters().get(0));
    }
    return site.call() instanceof Site.Function function
        && mayBeArray(function.arguments().get(0).type());
  }

  /** Returns whether a parameter takes arrays of objects (JLS 4.10.3). */
  private static boolean mayBeArray(TypeMirror type) {
    return isArray(type)
        || type.getKind() == TypeKind.TYPEVAR
        || ARRAY_SUPERTYPES.contains(type.toString());
  }

  private static boolean isArray(TypeMirror type) {
    return type instanceof ArrayType array && !array.getComponentType().getKind().isPrimitive();
  }

  /** Declares final copies of the fields that lambdas capture; a binding's name is one. */
  private void copies(Code code) {
    for (Piece piece : code.pieces()) {
      if (piece instanceof Piece.Bind bind) {
        declared.add(bind.variable());
      } else if (piece instanceof Piece.Capture capture
          && frame.holds(capture.variable())
          && declared.add(capture.variable())) {
        Variable variable = capture.variable();
        String copy = local(variable);
        line(CodeBlock.of("$L $L = $L;", declaredType(variable.type()), copy, read(variable)));
      }
    }
  }

  private void line(CodeBlock code) {
    out.add("$L", origin).add(code).add("\n");
  }

  private CodeBlock code(Code code) {
    CodeBlock.Builder text = CodeBlock.builder();
    boolean returned = isReturnOfTake(code.pieces());
    for (Piece piece : code.pieces()) {
      if (piece instanceof Piece.Take && returned) {
        // What is returned is boxed, and typed by the method's declared result.
        text.add("$Ltake()", taken());
      } else {
        piece(text, piece);
      }
    }
    return text.build();
  }

  private static boolean isReturnOfTake(List<Piece> pieces) {
    return pieces.size() == 3
        && pieces.get(0) instanceof Piece.Return
        && pieces.get(1) instanceof Piece.Take;
  }

  private void piece(CodeBlock.Builder text, Piece piece) {
    if (piece instanceof Piece.Text one) {
      text.add("$L", Marks.text(one));
    } else if (piece instanceof Piece.Inner one) {
      text.add("$L", one.name());
    } else if (piece instanceof Piece.TypeName one) {
      text.add("$T", types.of(one.type()));
    } else if (piece instanceof Piece.Self) {
      text.add("$L", names.self());
    } else if (piece instanceof Piece.Context) {
      text.add("context()");
    } else if (piece instanceof Piece.Thrown) {
      text.add("$L", names.thrown());
    } else if (piece instanceof Piece.Read one) {
      text.add(read(one.variable()));
    } else if (piece instanceof Piece.Write one) {
      text.add(target(one.variable()));
    } else if (piece instanceof Piece.Update one) {
      text.add(target(one.variable()));
    } else if (piece instanceof Piece.Capture one) {
      text.add("$L", local(one.variable()));
    } else if (piece instanceof Piece.Bind one) {
      bind(text, one);
    } else if (piece instanceof Piece.Jump jump) {
      jump(text, jump);
    } else if (piece instanceof Piece.Keep keep) {
      text.add(keep.alone() ? "{\n$>" : "").add("$L = (", target(keep.variable()));
    } else if (piece instanceof Piece.Result one) {
      text.add(one.alone() ? "{\n$>" : "").add("$L = ", target(one.variable()));
    } else if (piece instanceof Piece.Close) {
      text.add("$<\n}");
    } else if (piece instanceof Piece.Return) {
      text.add("return end(");
    } else if (piece instanceof Piece.Take take) {
      text.add("$Lthis.<$T>take()", taken(), types.of(take.type()).box());
    } else {
      throw new AssertionError("unhandled: " + piece);
    }
  }

  /** What a step throws is thrown on the line of its call. */
  private String taken() {
    return resumed == null ? "" : Marks.exact(resumed.place().line());
  }

  private void jump(CodeBlock.Builder text, Piece.Jump jump) {
    int number = flow.number(target(jump.to()));
    if (jump.kept() != null) {
      text.add("\n$L = $L;\n$L", names.pc(), number, leave);
      text.add(jump.alone() ? "$<\n}" : "");
    } else if (jump.alone()) {
      text.add("{\n$>$L = $L;\n$L$<\n}", names.pc(), number, leave);
    } else {
      text.add("$L = $L;\n$L", names.pc(), number, leave);
    }
  }

  private Block target(Label label) {
    Block block = flow.labels().get(label);
    if (block == null) {
      throw new IllegalStateException("no block for " + label);
    }
    return block;
  }

  private void bind(CodeBlock.Builder text, Piece.Bind bind) {
    boolean lifted = frame.holds(bind.variable());
    switch (bind.part()) {
      case OPEN -> text.add(lifted ? "(" : "");
      case NAME -> text.add("$L", local(bind.variable()));
      case CLOSE -> {
        if (lifted) {
          text.add(" && ($L = $L) != null)", target(bind.variable()), local(bind.variable()));
        }
      }
      case CLOSE_PART -> {
        if (lifted) {
          text.add(" && always($L = $L))", target(bind.variable()), local(bind.variable()));
        }
      }
    }
  }

  private CodeBlock read(Variable variable) {
    CodeBlock target = target(variable);
    return frame.holds(variable) && variable.type() instanceof IntersectionType type
        ? CodeBlock.of("(($L) $L)", bounds(type), target)
        : target;
  }

  private CodeBlock bounds(IntersectionType type) {
    return type.getBounds().stream()
        .map(bound -> (TypeElement) ((DeclaredType) bound).asElement())
        .map(bound -> CodeBlock.of("$T", types.name(bound)))
        .collect(CodeBlock.joining(" & "));
  }

  private CodeBlock target(Variable variable) {
    return frame.holds(variable)
        ? CodeBlock.of("$L.$L", names.frame(), frame.name(variable))
        : CodeBlock.of("$L", local(variable));
  }

  private String local(Variable variable) {
    return locals.computeIfAbsent(variable, this::free);
  }

  private String free(Variable variable) {
    String name = variable.name();
    for (int i = 2; !used.add(name); i++) {
      name = variable.name() + "_" + i;
    }
    return name;
  }
}
