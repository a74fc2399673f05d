package dev.everstep.processor.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.everstep.processor.WorkflowCompiler;
import dev.everstep.processor.identity.Baseline;
import dev.everstep.processor.identity.BaselineException;
import dev.everstep.processor.identity.BaselineReader;
import dev.everstep.processor.json.JsonException;
import dev.everstep.processor.json.JsonReader;
import dev.everstep.processor.support.InMemory;
import dev.everstep.processor.support.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The step graph of the documentation's workflow, and the page that explains it. */
class StepGraphTest {
  private static final Path PAGE = Path.of("../docs/step-graph.md");

  private static String graph(String source, @Nullable Baseline baseline) {
    Reports reports = new Reports();
    return WorkflowCompiler.compile(
            InMemory.attribute(new InMemory.Source("app.Quotes", source), "app.Quotes"),
            baseline,
            reports)
        .orElseThrow(() -> new AssertionError(reports.toString()))
        .descriptorJson();
  }

  private static String block(String language, int nth) throws IOException {
    String[] blocks = Files.readString(PAGE).split("```" + language + "\n", -1);
    return blocks[nth].substring(0, blocks[nth].indexOf("```"));
  }

  @Test
  void thePageShowsWhatIsWritten() throws IOException, BaselineException {
    String source = block("java", 1);
    String edited = block("java", 2);
    Baseline baseline = BaselineReader.read(graph(source, null), "Quotes");

    String written = graph(edited, baseline);
    if (System.getProperty("goldens.update") != null) {
      Files.writeString(
          PAGE,
          Files.readString(PAGE).replace("```json\n" + block("json", 1), "```json\n" + written));
    }
    assertThat(block("json", 1)).isEqualTo(written);
  }

  @Test
  void thePageExplainsEveryField() throws IOException, JsonException {
    Set<String> fields = new TreeSet<>();
    collect(JsonReader.read(block("json", 1)), fields);
    fields.removeIf(field -> field.startsWith("app."));

    String page = Files.readString(PAGE);
    assertThat(fields)
        .isNotEmpty()
        .allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
  }

  private static void collect(@Nullable Object value, Set<String> fields) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, inner) -> {
            fields.add((String) name);
            collect(inner, fields);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, fields));
    }
  }

  @Test
  void typesAreDescribedByTheirStructure() throws JsonException {
    String source =
        """
        package app;
        import dev.everstep.WorkflowContext;
        import java.util.*;
        public class Quotes {
          public Map<String, Result> run(WorkflowContext ctx, Order[] orders) {
            Base<Integer> base = ctx.step("base", () -> new Derived());
            Color color = ctx.step("color", () -> Color.RED);
            ctx.step("use", () -> color + "" + base.value);
            return Map.of();
          }
          record Order(String id, List<? extends Item> items, Order next) {}
          static class Item { private int count; transient int cache; static int all; }
          sealed interface Result permits Good, Bad {}
          record Good(Optional<Price> price) implements Result {}
          record Bad() implements Result {}
          record Price(java.math.BigDecimal amount) {}
          enum Color { RED, GREEN; int x; }
          static class Base<T> { T value; }
          static class Derived extends Base<Integer> {}
          record Unused() {}
        }
        """;

    Map<?, ?> root = (Map<?, ?>) JsonReader.read(graph(source, null));

    assertThat(root.get("types"))
        .isEqualTo(
            JsonReader.read(
                """
                {"app.Quotes.Bad": {"kind": "record", "fields": []},
                 "app.Quotes.Base": {"kind": "class", "parameters": ["T"],
                   "fields": [{"name": "value", "type": "T"}]},
                 "app.Quotes.Color": {"kind": "enum", "constants": ["RED", "GREEN"]},
                 "app.Quotes.Derived": {"kind": "class",
                   "extends": "app.Quotes.Base<java.lang.Integer>", "fields": []},
                 "app.Quotes.Good": {"kind": "record", "fields": [
                   {"name": "price", "type": "java.util.Optional<app.Quotes.Price>"}]},
                 "app.Quotes.Item": {"kind": "class",
                   "fields": [{"name": "count", "type": "int"}]},
                 "app.Quotes.Order": {"kind": "record", "fields": [
                   {"name": "id", "type": "java.lang.String"},
                   {"name": "items", "type": "java.util.List<app.Quotes.Item>"},
                   {"name": "next", "type": "app.Quotes.Order"}]},
                 "app.Quotes.Price": {"kind": "record",
                   "fields": [{"name": "amount", "type": "java.math.BigDecimal"}]},
                 "app.Quotes.Result": {"kind": "interface",
                   "permits": ["app.Quotes.Good", "app.Quotes.Bad"]}}
                """));
  }

  @Test
  void typesThatMethodsDeclareAreDescribedAsMembersOfTheirMachines() throws JsonException {
    String source =
        """
        package app;
        import dev.everstep.WorkflowContext;
        import java.util.*;
        public class Quotes {
          public String run(WorkflowContext ctx, int n) {
            record Part(One one) {
              record One(int n) {}
            }
            enum Color { RED }
            if (n > 0) {
              record Pair(Part left, Color right) {}
              Pair pair = new Pair(new Part(new Part.One(n)), Color.RED);
              ctx.step("a", () -> pair);
            } else {
              record Pair(Price price) {}
              Pair pair = ctx.step("b", () -> new Pair(null));
              ctx.step("c", () -> pair.price());
            }
            return helper(ctx);
          }
          private String helper(WorkflowContext ctx) {
            record Pair(int n) {}
            Pair pair = new Pair(1);
            ctx.step("d", () -> 1);
            return "" + pair;
          }
          record Price(int cents) {}
        }
        """;

    Map<?, ?> root = (Map<?, ?>) JsonReader.read(graph(source, null));

    assertThat(root.get("types"))
        .isEqualTo(
            JsonReader.read(
                """
                {"app.Quotes$run.Color": {"kind": "enum", "constants": ["RED"]},
                 "app.Quotes$run.Part": {"kind": "record", "fields": [
                   {"name": "one", "type": "app.Quotes$run.Part.One"}]},
                 "app.Quotes$run.Part.One": {"kind": "record",
                   "fields": [{"name": "n", "type": "int"}]},
                 "app.Quotes$run.Pair": {"kind": "record", "fields": [
                   {"name": "left", "type": "app.Quotes$run.Part"},
                   {"name": "right", "type": "app.Quotes$run.Color"}]},
                 "app.Quotes$run.Pair_2.Pair": {"kind": "record", "fields": [
                   {"name": "price", "type": "app.Quotes.Price"}]},
                 "app.Quotes$helper.Pair": {"kind": "record",
                   "fields": [{"name": "n", "type": "int"}]},
                 "app.Quotes.Price": {"kind": "record",
                   "fields": [{"name": "cents", "type": "int"}]}}
                """));
    assertThat(live(root, 1, 0).toString())
        .startsWith("[{name=pair, type=app.Quotes$helper.Pair, made=");
  }

  private static Object live(Map<?, ?> root, int method, int point) {
    Map<?, ?> described = (Map<?, ?>) ((List<?>) root.get("methods")).get(method);
    return ((Map<?, ?>) ((List<?>) described.get("points")).get(point)).get("live");
  }

  @Test
  void annotationsOfTypesAreNoPartOfThem() throws JsonException {
    String source =
        """
        package app;
        import dev.everstep.WorkflowContext;
        import java.lang.annotation.*;
        import java.util.*;
        public class Quotes {
          @Target(ElementType.TYPE_USE) @interface Mark {}
          public @Mark String run(WorkflowContext ctx, List<@Mark String @Mark []> all, @Mark int n) {
            ctx.step("size", () -> all.size());
            return "" + n;
          }
        }
        """;

    Map<?, ?> root = (Map<?, ?>) JsonReader.read(graph(source, null));

    Map<?, ?> run = (Map<?, ?>) ((List<?>) root.get("methods")).get(0);
    List<Object> types = new ArrayList<>();
    ((List<?>) run.get("parameters")).forEach(one -> types.add(((Map<?, ?>) one).get("type")));
    types.add(run.get("result"));
    assertThat(types)
        .containsExactly("java.util.List<java.lang.String[]>", "int", "java.lang.String");
  }
}
