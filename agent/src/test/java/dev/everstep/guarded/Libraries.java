package dev.everstep.guarded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimap;
import com.google.common.collect.Ordering;
import com.google.common.collect.TreeBasedTable;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.builder.EqualsBuilder;
import org.apache.commons.lang3.builder.HashCodeBuilder;
import org.apache.commons.lang3.tuple.Pair;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * What a body may do with libraries: their first use, class loading included, is in the segment.
 */
final class Libraries {
  private Libraries() {}

  /** A colour, whose hash code differs from process to process. */
  enum Colour {
    RED,
    GREEN
  }

  /** A value for Jackson. */
  record Line(String sku, int pieces, Colour colour, Map<String, List<Integer>> more) {}

  static String report(Logger log) {
    String json = jackson();
    String guava = guava();
    String commons = commons();
    Logger own = LoggerFactory.getLogger("orders");
    MDC.put("order", "7");
    own.info("order {} has {} lines", 7, 2);
    own.warn("late", new IllegalStateException("no stock"));
    log.info("reported {}", json);
    MDC.remove("order");
    return json + " " + guava + " " + commons;
  }

  private static String jackson() {
    try {
      JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
      Line line =
          new Line("a", 1, Colour.GREEN, new TreeMap<>(Map.of("x", List.of(1, 2), "y", List.of())));
      List<Line> back =
          mapper.readValue(mapper.writeValueAsString(List.of(line)), new TypeReference<>() {});
      return mapper.writeValueAsString(back) + mapper.readTree("{\"b\":[1]}").at("/b/0").asInt();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String guava() {
    ImmutableMap<Colour, Integer> stock = ImmutableMap.of(Colour.RED, 1, Colour.GREEN, 2);
    Multimap<Colour, String> names = LinkedHashMultimap.create();
    names.put(Colour.GREEN, "leaf");
    names.put(Colour.RED, "rose");
    TreeBasedTable<Integer, Integer, String> table = TreeBasedTable.create();
    table.put(1, 2, "x");
    return Joiner.on(',').join(stock.keySet())
        + names
        + table
        + ImmutableSortedSet.of(3, 1, 2)
        + Lists.partition(Splitter.on('-').splitToList("a-b-c"), 2)
        + Ordering.natural().reverse().sortedCopy(List.of(1, 3, 2))
        + Hashing.sha256().hashString("a", StandardCharsets.UTF_8).toString().substring(0, 4);
  }

  private static String commons() {
    Pair<String, Integer> pair = Pair.of("a", 1);
    return StringUtils.capitalize(StringUtils.leftPad("order", 8, '.'))
        + pair
        + new HashCodeBuilder().append("a").append(7).toHashCode()
        + new EqualsBuilder().append(1, 1).isEquals();
  }
}
