package dev.everstep.processor.live;

import dev.everstep.processor.diagnostic.Diagnostics;
import dev.everstep.processor.diagnostic.Place;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.Piece;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.model.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Refuses frames, arguments and results that cannot be stored or written down. */
public final class FrameCheck {
  // What a class file certainly has room for.
  private static final int LOCALS_MAX = 1_500;
  private static final int SITES_MAX = 1_500;

  private final Body body;
  private final Frame frame;
  private final Storability storability;
  private final Diagnostics diagnostics;

  private FrameCheck(Body body, Frame frame, Storability storability, Diagnostics diagnostics) {
    this.body = body;
    this.frame = frame;
    this.storability = storability;
    this.diagnostics = diagnostics;
  }

  /** Reports everything that is wrong with a frame. */
  public static void check(
      Body body, Flow flow, Frame frame, Storability storability, Diagnostics diagnostics) {
    FrameCheck check = new FrameCheck(body, frame, storability, diagnostics);
    check.size();
    check.signature();
    check.locals();
    check.sites();
    flow.blocks().forEach(check::captures);
  }

  private void size() {
    if (frame.stored().size() > LOCALS_MAX) {
      diagnostics.report(
          Problem.ES098,
          body.place(),
          body.method().name(),
          frame.stored().size(),
          "locals across steps");
    }
    if (body.sites().size() > SITES_MAX) {
      diagnostics.report(
          Problem.ES098,
          body.place(),
          body.method().name(),
          body.sites().size(),
          "suspension points");
    }
  }

  // Of a helper, only what its own frames hold is stored.
  private void signature() {
    if (!body.method().isEntry()) {
      return;
    }
    for (Variable parameter : body.parameters()) {
      storability
          .objection(parameter.type())
          .ifPresent(
              reason ->
                  diagnostics.report(
                      Problem.ES063,
                      parameter.place(),
                      "parameter '" + parameter + "'",
                      parameter.type(),
                      reason.why(),
                      reason.remedy()));
    }
    storability
        .objection(body.result())
        .ifPresent(
            reason ->
                diagnostics.report(
                    Problem.ES063,
                    body.place(),
                    "the result",
                    body.result(),
                    reason.why(),
                    reason.remedy()));
  }

  private void locals() {
    for (Variable variable : frame.fields()) {
      Optional<TypeElement> hidden = Hidden.in(variable.type());
      if (hidden.isPresent()) {
        diagnostics.report(
            Problem.ES080,
            variable.place(),
            "'" + hidden.get().getSimpleName() + "'",
            hidden.get().getEnclosingElement().getSimpleName());
      } else if (!Nameable.isField(variable.type())) {
        diagnostics.report(Problem.ES047, variable.place(), variable, variable.type());
      }
    }
    Set<Variable> reported = new HashSet<>(body.method().isEntry() ? body.parameters() : List.of());
    for (Site site : body.sites()) {
      for (Variable variable : frame.live(site)) {
        if (Hidden.in(variable.type()).isEmpty()
            && Nameable.isField(variable.type())
            && reported.add(variable)) {
          storability
              .objection(variable.type())
              .ifPresentOrElse(
                  reason -> local(variable, site, reason), () -> reported.remove(variable));
        }
      }
    }
  }

  private void local(Variable variable, Site site, Storability.Reason reason) {
    if (variable.kind() == Variable.Kind.TEMPORARY) {
      diagnostics.report(
          Problem.ES064,
          variable.place(),
          variable.type(),
          site.word(),
          site.shown(),
          site.place().line(),
          reason.why());
    } else {
      diagnostics.report(
          Problem.ES060,
          variable.place(),
          variable,
          variable.type(),
          site.word(),
          site.shown(),
          site.place().line(),
          reason.why(),
          reason.remedy());
    }
  }

  private void sites() {
    for (Site site : body.sites()) {
      if (site.call() instanceof Site.Function function) {
        for (Site.Argument argument : function.arguments()) {
          argument(site, argument.name(), argument.type());
        }
        result(site, function.result());
      } else if (site.call() instanceof Site.Inline inline) {
        for (Variable captured : inline.captures()) {
          argument(site, captured.name(), captured.type());
        }
        result(site, inline.result());
      } else if (site.call() instanceof Site.Helper helper) {
        for (int i = 0; i < helper.typeArguments().size(); i++) {
          typeArgument(site, helper, i);
        }
      }
    }
  }

  private Optional<Storability.Reason> objection(TypeMirror type) {
    return Hidden.in(type)
        .map(
            hidden ->
                new Storability.Reason(
                    hidden.getSimpleName()
                        + " is private in "
                        + hidden.getEnclosingElement().getSimpleName()
                        + ", and the compiled workflow is a class of its own",
                    "Make it package-private."))
        .or(() -> storability.objection(type));
  }

  private void typeArgument(Site site, Site.Helper helper, int index) {
    TypeMirror type = helper.typeArguments().get(index);
    objection(type)
        .ifPresent(
            reason ->
                diagnostics.report(
                    Problem.ES024,
                    site.place(),
                    type,
                    helper.method().typeParameters().get(index).getSimpleName(),
                    helper.name(),
                    reason.why(),
                    reason.remedy()));
  }

  private void argument(Site site, String name, TypeMirror type) {
    objection(type)
        .ifPresent(
            reason ->
                diagnostics.report(
                    Problem.ES061,
                    site.place(),
                    name,
                    type,
                    site.shown(),
                    reason.why(),
                    reason.remedy()));
  }

  private void result(Site site, TypeMirror type) {
    objection(type)
        .ifPresent(
            reason ->
                diagnostics.report(
                    Problem.ES062,
                    site.place(),
                    type,
                    site.shown(),
                    reason.why(),
                    reason.remedy()));
  }

  /** The copy that a lambda captures is made before its statement. */
  private void captures(Block block) {
    for (Code code : block.codes()) {
      Set<Variable> assigned = new HashSet<>();
      for (Piece piece : code.pieces()) {
        if (piece instanceof Piece.Write write) {
          assigned.add(write.variable());
        }
      }
      for (Piece piece : code.pieces()) {
        if (piece instanceof Piece.Capture capture
            && frame.holds(capture.variable())
            && assigned.remove(capture.variable())) {
          Place place = capture.variable().place();
          diagnostics.report(Problem.ES048, place, capture.variable());
        }
      }
    }
  }
}
