package dev.everstep.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.everstep.processor.diagnostic.Problem;
import dev.everstep.processor.model.Code;
import dev.everstep.processor.model.DurableMethod;
import dev.everstep.processor.model.Expression;
import dev.everstep.processor.model.Site;
import dev.everstep.processor.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the calls that suspend: what they name, what they pass, and their ids. */
final class SiteReader {
  private static final String STEP_CONTEXT = "dev.everstep.StepContext";

  private final MethodReading reading;
  private final Facts facts;
  private final HelperReader helpers;
  private final Map<MethodInvocationTree, Site.Identity> identities = new IdentityHashMap<>();
  private final List<Site> sites = new ArrayList<>();

  SiteReader(MethodReading reading) {
    this.reading = reading;
    this.facts = reading.facts();
    this.helpers = new HelperReader(reading);
    Map<String, Integer> count = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (MethodInvocationTree call : facts.calls()) {
      String name = name(call);
      String id;
      do { // a name may itself end in #n
        int nth = count.merge(name, 1, Integer::sum);
        id = nth == 1 ? name : name + "#" + nth;
      } while (!used.add(id));
      identities.put(call, new Site.Identity(id, identities.size() + 1));
    }
  }

  private String name(MethodInvocationTree call) {
    DurableMethod callee = facts.durable(facts.method(call));
    if (callee != null) {
      return "call:" + callee.shown(reading.workflow());
    }
    if (!method(call).equals("step")) {
      return "sleep";
    }
    ExpressionTree first = call.getArguments().get(0);
    return first instanceof MemberReferenceTree reference
        ? "step:" + functionName(reference)
        : "step:" + Constants.value(first, facts);
  }

  private String functionName(MemberReferenceTree reference) {
    Element owner = qualifier(reference);
    return (owner == null ? "?" : owner.getSimpleName()) + "." + reference.getName();
  }

  private @Nullable Element qualifier(MemberReferenceTree reference) {
    Tree qualifier = reference.getQualifierExpression();
    return facts.element(
        qualifier instanceof ParameterizedTypeTree generic ? generic.getType() : qualifier);
  }

  private static String method(MethodInvocationTree call) {
    return ((MemberSelectTree) call.getMethodSelect()).getIdentifier().toString();
  }

  /** Returns the sites that were read, in the order of the source. */
  List<Site> all() {
    return sites.stream().sorted(Comparator.comparingInt(Site::ordinal)).toList();
  }

  /** Reads the values that a call passes; {@code read} reads a part of its expression. */
  List<Expression> arguments(MethodInvocationTree call, Function<ExpressionTree, Expression> read) {
    DurableMethod callee = facts.durable(facts.method(call));
    if (callee != null) {
      return helpers.arguments(call, callee, read);
    }
    List<Expression> arguments = new ArrayList<>();
    passed(call).forEach(argument -> arguments.add(read.apply(argument)));
    return arguments;
  }

  private List<? extends ExpressionTree> passed(MethodInvocationTree call) {
    if (!method(call).equals("step")) {
      return call.getArguments();
    }
    return isInline(call) ? List.of() : call.getArguments().subList(1, call.getArguments().size());
  }

  private boolean isInline(MethodInvocationTree call) {
    Element method = facts.element(call);
    return method instanceof ExecutableElement executable
        && executable.getParameters().get(0).asType().toString().equals("java.lang.String");
  }

  /** Reads a call; all variables around it are declared. */
  Site site(MethodInvocationTree call) {
    DurableMethod callee = facts.durable(facts.method(call));
    if (callee == null) {
      ExpressionTree receiver = ((MemberSelectTree) call.getMethodSelect()).getExpression();
      if (!reading.isContext(receiver)) {
        reading.report(Problem.ES042, receiver, receiver);
      }
    }
    Site site =
        new Site(
            facts.calls().indexOf(call) + 1,
            Objects.requireNonNull(identities.get(call)),
            name(call),
            facts.place(call),
            facts.column(call),
            Tokens.line(reading.source().substring(textStart(call), facts.end(call))),
            callee == null ? call(call) : helpers.site(call, callee));
    sites.add(site);
    return site;
  }

  /** Returns where a call begins that is the same whatever the context is called. */
  private int textStart(MethodInvocationTree call) {
    return facts.durable(facts.method(call)) == null
        ? facts.end(((MemberSelectTree) call.getMethodSelect()).getExpression())
        : facts.start(call);
  }

  private Site.Call call(MethodInvocationTree call) {
    String method = method(call);
    if (!method.equals("step")) {
      return new Site.Sleep(method.equals("sleepUntil"));
    }
    if (isInline(call)) {
      return inline(call);
    }
    ExpressionTree function = Facts.strip(call.getArguments().get(0));
    if (function instanceof MemberReferenceTree reference
        && qualifier(reference) instanceof TypeElement receiver
        && facts.element(reference) instanceof ExecutableElement named
        && named.getKind() == ElementKind.METHOD) {
      return function(reference, receiver, named, call);
    }
    reading.report(Problem.ES043, function);
    return new Site.Sleep(false);
  }

  private Site.Call function(
      MemberReferenceTree tree,
      TypeElement receiver,
      ExecutableElement method,
      MethodInvocationTree call) {
    if (!receiver.getTypeParameters().isEmpty() || !method.getTypeParameters().isEmpty()) {
      reading.report(Problem.ES051, tree, functionName(tree));
    }
    ExecutableType type =
        (ExecutableType) reading.types().asMemberOf((DeclaredType) receiver.asType(), method);
    List<TypeMirror> erased = new ArrayList<>();
    List<Site.Argument> arguments = new ArrayList<>();
    boolean takesContext = false;
    for (int i = 0; i < type.getParameterTypes().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      erased.add(reading.types().erasure(parameter.asType()));
      if (i == 0 && parameter.asType().toString().equals(STEP_CONTEXT)) {
        takesContext = true;
      } else {
        arguments.add(
            new Site.Argument(
                parameter.getSimpleName().toString(), type.getParameterTypes().get(i)));
      }
    }
    if (arguments.size() != call.getArguments().size() - 1) {
      reading.report(Problem.ES043, tree);
    }
    return new Site.Function(
        functionName(tree),
        (TypeElement) method.getEnclosingElement(),
        receiver,
        method.getSimpleName().toString(),
        method.getModifiers().contains(Modifier.STATIC),
        erased,
        takesContext,
        arguments,
        type.getReturnType());
  }

  private Site.Call inline(MethodInvocationTree call) {
    ExpressionTree name = call.getArguments().get(0);
    ExpressionTree body = Facts.strip(call.getArguments().get(1));
    if (!(Constants.value(name, facts) instanceof String text)) {
      reading.report(Problem.ES052, name);
      return new Site.Sleep(false);
    }
    if (!(body instanceof LambdaExpressionTree lambda)) {
      reading.report(Problem.ES044, body);
      return new Site.Sleep(false);
    }
    boolean isBlock = lambda.getBody() instanceof BlockTree;
    if (facts.suspends(lambda)) {
      reading.report(
          Problem.ES040, lambda, "another step", "Call it before, and pass its result in a local.");
      return new Site.Sleep(false);
    }
    Splicer splicer = new Splicer(reading, Map.of(), true);
    Code code =
        isBlock
            ? splicer.spliceInside((BlockTree) lambda.getBody())
            : splicer.splice(lambda.getBody());
    return new Site.Inline(text, splicer.captured(), code, isBlock, reading.type(call));
  }
}
