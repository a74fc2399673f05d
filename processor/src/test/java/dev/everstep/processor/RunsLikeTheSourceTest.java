package dev.everstep.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.support.Compiled;
import dev.everstep.processor.support.Driver;
import dev.everstep.processor.support.TestContext;
import dev.everstep.processor.support.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each program runs plainly and as a machine that keeps its live locals only. */
class RunsLikeTheSourceTest {

  private static void check(String signature, String body, Object... arguments) {
    Compiled compiled = Compiled.of("Flow", Compiled.body(signature, body));
    String source = compiled.source();
    Outcome plain = outcome(() -> compiled.plain(new TestContext(), arguments));
    Outcome machine = outcome(() -> Driver.run(compiled, arguments));
    assertThat(machine).as(source).isEqualTo(plain);
  }

  private record Outcome(String result, List<String> log) {}

  private interface Code {
    Object call() throws Throwable;
  }

  private static Outcome outcome(Code code) {
    Work.drain();
    try {
      Object result = code.call();
      String shown = result == null ? "null" : result.getClass().getSimpleName() + " " + result;
      return new Outcome(shown, Work.drain());
    } catch (Throwable e) {
      return new Outcome(e.getClass().getName() + ": " + e.getMessage(), Work.drain());
    }
  }

  @Test
  void straightLine() {
    check(
        "String run(WorkflowContext ctx, String url)",
        """
        String article = ctx.step(Work::text, url); // first
        int length = article.length();
        ctx.step(Work::note, article);
        var all = ctx.step(Work::split, url);
        return ctx.step(Work::join, all, "-") + length;
        """,
        "a,b");
  }

  @Test
  void loopsAndBranches() {
    check(
        "long run(WorkflowContext ctx, int n)",
        """
        long sum = 0;
        for (int i = 0, k = 5; i < n; i++, k--) {
          if (ctx.step(Work::isOdd, i)) {
            continue;
          }
          int inner = i * k;
          while (sum < 100) {
            sum += ctx.step(Work::twice, inner + 1L);
            if (sum % 7 == 0) break;
            inner++;
          }
          do {
            sum += 3;
            sum = ctx.step(Work::twice, sum);
            if (sum > 5000) return sum;
          } while (sum % 2 == 1 && ctx.step(Work::isOdd, i));
        }
        return 1;
        """,
        6);
  }

  @Test
  void evaluationOrder() {
    check(
        "String run(WorkflowContext ctx, int n)",
        """
        int i = n;
        int[] a = ctx.step(Work::numbers, 5);
        int r = i++ + ctx.step(Work::inc, i) * i + ++i;
        a[Work.seen(1)] += ctx.step(Work::inc, a[2]) + Work.seen(7);
        a[ctx.step(Work::inc, 1)]++;
        byte b = 10;
        b += ctx.step(Work::inc, 300);
        String s = Work.seen("x") + ctx.step(Work::text, "y" + i) + Work.seen("z");
        s += ctx.step(Work::none);
        Integer box = 4;
        box *= ctx.step(Work::inc, 1);
        boolean odd = Work.seen(true) && ctx.step(Work::isOdd, 3) || ctx.step(Work::isOdd, 4);
        long l = odd ? ctx.step(Work::inc, 1) : ctx.step(Work::twice, 9L);
        String m = String.join(",", Work.seen("p"), ctx.step(Work::text, ctx.step(Work::text, "q")), Work.seen("r"));
        int neg = -ctx.step(Work::inc, 4) + (int) (long) ctx.step(Work::twice, 2L);
        return r + " " + Arrays.toString(a) + b + s + box + odd + l + m + neg + i;
        """,
        3);
  }

  @Test
  void forEach() {
    check(
        "String run(WorkflowContext ctx, String text)",
        """
        StringBuilder none = new StringBuilder();
        String out = "";
        for (String part : ctx.step(Work::split, text)) {
          for (int x : ctx.step(Work::numbers, 3)) {
            if (x == 10) continue;
            out += ctx.step(Work::text, part + x);
          }
        }
        Map<String, Integer> map = new TreeMap<>(Map.of("a", 1, "b", 2));
        for (var e : map.entrySet()) {
          out += e.getKey() + ctx.step(Work::inc, e.getValue());
        }
        outer:
        for (long l : new long[] {1, 2, 3}) {
          for (int i = 0; i < 3; i++) {
            if (i == 1) continue outer;
            if (l == 3) break outer;
            out += ctx.step(Work::twice, l);
          }
        }
        return out;
        """,
        "u,v");
  }

  @Test
  void exceptions() {
    for (String how : List.of("io", "state", "arg", "fine")) {
      check(
          "String run(WorkflowContext ctx, String how) throws Exception",
          """
          String out = "";
          for (int i = 0; i < 2; i++) {
            try {
              out += "a";
              out += ctx.step(Work::fail, how);
              out += "b";
              try {
                Integer.parseInt(ctx.step(Work::text, "x"));
              } catch (NumberFormatException e) {
                out += ctx.step(Work::text, e.getMessage());
                if (i == 1) throw new java.io.IOException("again", e);
              }
            } catch (java.io.IOException | IllegalStateException e) {
              ctx.step(Work::note, "caught");
              out += e.getMessage();
              if (e.getMessage().equals("state")) throw e;
              continue;
            }
            out += "c";
          }
          return out;
          """,
          how);
    }
  }

  @Test
  void lambdasAndPatterns() {
    check(
        "String run(WorkflowContext ctx, String text)",
        """
        List<String> parts = ctx.step(Work::split, text);
        final int K = 3;
        String prefix;
        if (parts.size() > 1) { prefix = "many"; } else { prefix = "one"; }
        String joined = parts.stream().map(p -> prefix + p + K).collect(Collectors.joining("|"));
        ctx.step(Work::note, joined);
        Object o = parts.get(0);
        if (o instanceof String s && s.length() == 1) {
          ctx.step(Work::note, s + prefix);
          joined += s;
        }
        String out = switch (parts.size()) {
          case 1 -> "uno";
          case K -> { int q = 4; yield "tres" + q; }
          default -> "?";
        };
        Runnable r = new Runnable() {
          private int count = 1;
          @Override public void run() { count++; Work.log(prefix + count + this.count); }
        };
        r.run();
        String late = ctx.step(Work::text, out);
        Supplier<String> sup = () -> late + prefix + text;
        return joined + sup.get() + out;
        """,
        "a,b,c");
  }

  @Test
  void inlineStepsAndContexts() {
    check(
        "String run(WorkflowContext ctx, String text)",
        """
        int n = 2;
        String a = ctx.step("join", () -> text + n + Work.seen(n));
        ctx.step("effect", () -> Work.log("effect " + a));
        long l = ctx.step("block it", () -> {
          int x = n * 2;
          for (int i = 0; i < 3; i++) {
            x += i;
          }
          if (x > 100) return 1L;
          return (long) x;
        });
        ctx.sleep(Duration.ofSeconds(0));
        String k = ctx.step(Work::keyed, a) + ctx.step(Work::member, "m") + ctx.step(Work::keyedMember, 3);
        String f = ctx.step(Work::first, text.split(""));
        ctx.step(Work::text, null);
        return a + l + k + f + ctx.now() + ctx.runId().value();
        """,
        "T");
  }

  @Test
  void siblingsWithOneName() {
    check(
        "String run(WorkflowContext ctx, int f)",
        """
        String out = "";
        { int x = f; out += ctx.step(Work::inc, x) + x; }
        { String x = "s"; out += ctx.step(Work::text, x) + x; }
        { int self = 1; for (int pc = 0; pc < 2; pc++) { out += self + pc; } ctx.step(Work::note, out); }
        for (int x = 0; x < 2; x++) { out += ctx.step(Work::inc, x) + x; }
        for (String x : List.of("p", "q")) { out += ctx.step(Work::text, x) + x; }
        if (f > 100) { return out; }
        next: for (int i = 0; ; i++) { if (i == 3) break next; out += i; }
        while (true) {
          out += ctx.step(Work::none);
          if (out.length() > 60) break;
        }
        if (ctx.step(Work::isOdd, f)) return out; else throw new IllegalStateException(out);
        """,
        4);
  }

  @Test
  void bindingsAcrossSteps() {
    check(
        "String run(WorkflowContext ctx, String text)",
        """
        Comparable<String> o = text;
        String out = "";
        if (!(o instanceof String s)) {
          ctx.step(Work::none);
          return "no";
        }
        out += ctx.step(Work::text, s);
        List<Shape> all = List.of(new Circle(1), new Square("b"), new Circle(3));
        for (Shape c : all) {
          if (c instanceof Square s2 && ctx.step(Work::text, s2.name()).length() > 1) {
            out += s2;
            List<String> one = List.of("q").stream().map(x -> x + s2).toList();
            out += one;
          } else if (c instanceof Circle i && i.r() == 1) {
            out += ctx.step(Work::inc, i.r()) + i.r();
          } else if (!((Object) ctx.step(Work::text, "t") instanceof String t) || t.isEmpty()) {
            out += "never";
          } else {
            out += t;
          }
        }
        return out + s;
      }
      sealed interface Shape permits Circle, Square {}
      record Circle(int r) implements Shape {}
      record Square(String name) implements Shape {}
      void unused() {
        """,
        "a,b,c");
  }

  @Test
  void commentsTextBlocksAndOddLayout() {
    check(
        "String run(WorkflowContext ctx, String text)",
        """
        String block = \"\"\"
            one
              "two" \\t $L $T
            \"\"\" + text; /* c */ int a = 1, b = a + 2; // trailing
        String[] parts = {"x", ctx.step(Work::text, "y"), /* why */ "z"};
        int[][] grid = {{1, 2}, {3, ctx.step(Work::inc, 3)}};
        grid[Work.seen(1)][0] = ctx.step(Work::inc, grid[0][1]);
        grid[1][1] <<= ctx.step(Work::inc, 0);
        ctx
            .step( // note this
                Work::note,
                block // the block
            );
        char c = 'a'; c += ctx.step(Work::inc, 0);
        Supplier<String> s = () -> {
          // inside
          return parts[0] + b;
        };
        return Arrays.toString(parts) + Arrays.deepToString(grid) + c + s.get() + a + (char) 36 + "$L";
        """,
        "t");
  }

  @Test
  void membersOfTheWorkflowAndItsNestedTypes() {
    check(
        "String run(WorkflowContext ctx, int n)",
        """
        Pair p = new Pair(ctx.step(Work::inc, n), Color.RED);
        helper(p.a());
        String out = describe(p, ctx.step(Work::text, "x")) + this.limit + LIMIT + Flow.LIMIT;
        switch (p.color()) {
          case RED: out += "r"; break;
          case BLUE: out += "b"; break;
        }
        for (Color color : Color.values()) {
          out += ctx.step(Work::text, color.name());
          if (color == Color.BLUE) return out + p + limit();
        }
        return out;
      }
      final int limit = 4;
      static final int LIMIT = 7;
      enum Color { RED, BLUE }
      record Pair(int a, Color color) {}
      int limit() { return limit; }
      static void helper(int x) { Work.seen(x); }
      String describe(Pair p, String s) {
        return p + s;
        """,
        3);
  }

  @Test
  void moreThanTheJitCompiles() {
    StringBuilder body = new StringBuilder("int sum = n;\nString s = \"\";\n");
    for (int i = 0; i < 300; i++) {
      body.append("sum += ctx.step(Work::inc, sum + ").append(i).append(");\n");
      if (i % 50 == 0) {
        body.append("try { s += ctx.step(Work::fail, s); } catch (Exception e) { s += e; }\n");
        body.append("if (ctx.step(Work::isOdd, sum)) { for (int k").append(i);
        body.append(" = 0; ; ) { break; } }\n");
      }
    }
    check("String run(WorkflowContext ctx, int n)", body + "return s + sum;", 1);
  }

  @Test
  void jumpsOutOfPlainStatements() {
    check(
        "String run(WorkflowContext ctx, int n)",
        """
        String out = "";
        block: {
          if (n > 100) break block;
          out += ctx.step(Work::none);
          if (n > 1) break block;
          out += "never";
        }
        outer:
        for (int i = 0; i < ctx.step(Work::inc, n); i += ctx.step(Work::inc, 0)) {
          out += i;
          switch (i) {
            case 0: continue outer;
            case 1: out += "one"; break;
            case 2: { out += "two"; continue; }
            default: break outer;
          }
          synchronized (this) {
            try {
              for (;;) { if (i == 1) continue outer; break; }
            } finally {
              out += "f";
            }
          }
        }
        int i = 0;
        while (ctx.step(Work::isOdd, ++i)) ;
        do {
          if (i++ < 5) continue;
          out += i;
        } while (ctx.step(Work::inc, i) < 9);
        for (int k = ctx.step(Work::inc, 0); ; ) {
          try {
            if (k++ == 1) continue;
            if (k == 3) { out += ctx.step(Work::fail, "io"); }
            break;
          } catch (java.io.IOException e) {
            try {
              out += ctx.step(Work::fail, "state");
            } catch (java.io.IOException f) {
              return "wrong";
            } catch (RuntimeException f) {
              out += f.getMessage() + e.getMessage();
              if (ctx.step(Work::isOdd, 3)) continue;
            }
          }
        }
        return out + i;
        """,
        3);
  }

  @Test
  void operandsOfAllKinds() {
    check(
        "String run(WorkflowContext ctx, int n)",
        """
        int x = n;
        x = x + (x = ctx.step(Work::inc, x)) * x;
        String s = String.format("%s %s %s %s", Work.seen(1),
            n > 2 ? ctx.step(Work::inc, 2) : Work.seen(5), Work.seen(3), x);
        int[] a = {1, 2, 3};
        int k = 0;
        a[k++] = a[k] + ctx.step(Work::inc, k++) + a[k];
        a[k] -= a[k = 0] + ctx.step(Work::inc, k);
        Holder h = new Holder(ctx.step(Work::inc, 1), Work.seen("h"));
        h.n += h.n++ + ctx.step(Work::inc, h.n);
        holder(h).name += ctx.step(Work::text, h.name);
        holder(h).n++;
        long l = 5;
        l >>>= ctx.step(Work::inc, 0);
        double d = ctx.step(Work::inc, 2);
        d /= ctx.step(Work::twice, 4L);
        float f = 3;
        f += d * ctx.step(Work::inc, 1);
        boolean b = false;
        b |= ctx.step(Work::isOdd, 1) & !ctx.step(Work::isOdd, 2) ^ Work.seen(true);
        String t = Optional.of(ctx.step(Work::text, "o")).map(q -> q + n).orElse("none");
        List<? extends Number> nums = List.of(4, 5.5);
        var first = nums.get(ctx.step(Work::inc, -1));
        var copy = List.copyOf(nums);
        ctx.step(Work::note, "" + first);
        Integer none = null;
        try {
          int boom = Work.seen(7) + none + ctx.step(Work::inc, 3);
          s += boom;
        } catch (NullPointerException e) {
          s += "npe";
        }
        try {
          a[Work.seen(9)] = ctx.step(Work::inc, 9);
        } catch (ArrayIndexOutOfBoundsException e) {
          s += "aioobe" + ctx.step(Work::none);
        }
        String r = (b ? n > 100 || ctx.step(Work::isOdd, 5) ? "y" : "z" : ctx.step(Work::none));
        if (n < 0) throw new IllegalStateException(ctx.step(Work::none));
        return s + Arrays.toString(a) + k + h.n + h.name + l + d + f + b + t + first + copy + r + x;
      }
      static class Holder {
        int n;
        String name;
        Holder(int n, String name) { this.n = n; this.name = name; }
      }
      Holder holder(Holder h) {
        Work.log("holder " + h.n);
        return h;
      }
      void unused() {
        """,
        3);
  }

  @Test
  void capturesOfAllKinds() {
    check(
        "String run(WorkflowContext ctx, int n)",
        """
        String out = ctx.step(Work::none);
        for (String x : List.of("a", "b")) {
          String y = x + ctx.step(Work::text, x);
          Supplier<String> one = () -> x + y + n;
          Supplier<String> two = () -> y + one.get();
          out += one.get() + two.get();
          if (Stream.of("a").anyMatch(q -> q.equals(x) && y.length() > n)) {
            out += ctx.step(Work::text, Stream.of(1).map(q -> x + q).toList().get(0));
          }
          while (Stream.of(out).allMatch(q -> q.length() < 20 + n + y.length())) {
            out += ctx.step(Work::none);
          }
          out += new Object() { String name() { return x + y; } }.name();
        }
        final int deferred;
        if (n > 1) deferred = ctx.step(Work::inc, 1); else deferred = 2;
        int w = ctx.step(Work::inc, 3);
        Function<Integer, Integer> f = q -> q + deferred;
        return out + f.apply(w);
        """,
        3);
  }

  @Test
  void returnsOfOtherTypes() {
    check(
        "long run(WorkflowContext ctx, int n)",
        "if (n > 5) return 1; return ctx.step(Work::inc, n);",
        3);
    check(
        "double run(WorkflowContext ctx, int n)",
        "return n > 2 ? 1 : ctx.step(Work::inc, n) * 2.5;",
        3);
    check(
        "double run(WorkflowContext ctx, int n)",
        "return switch (n) { case 3 -> 1; default -> 2.5; };",
        3);
    check("Long run(WorkflowContext ctx, int n)", "return ctx.step(Work::twice, 3L);", 3);
    check("char run(WorkflowContext ctx, int n)", "ctx.step(Work::none); return 65;", 3);
    check(
        "void run(WorkflowContext ctx, int n)",
        "if (ctx.step(Work::isOdd, n)) return; ctx.step(Work::none);",
        3);
    check("void run(WorkflowContext ctx, int n)", "ctx.step(Work::none);", 3);
    check("int run(WorkflowContext ctx, int n)", "return n;", 3);
    check(
        "void run(WorkflowContext ctx)",
        "while (true) { if (ctx.step(Work::isOdd, 3)) { return; } }");
  }
}
