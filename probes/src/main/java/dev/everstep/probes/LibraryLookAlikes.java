package dev.everstep.probes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.Multimap;
import com.google.common.collect.Multiset;
import com.google.common.collect.TreeMultiset;
import com.google.common.hash.Hashing;
import com.google.common.net.InetAddresses;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.builder.EqualsBuilder;
import org.apache.commons.lang3.builder.HashCodeBuilder;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.commons.lang3.tuple.Pair;

/** Libraries that compute. */
@Durable
public final class LibraryLookAlikes {
  private LibraryLookAlikes() {}

  @LookAlike(why = "JSON of a record and back, with a mapper made in the body")
  public static String jackson(WorkflowContext ctx) throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    String json = mapper.writeValueAsString(new Price("apple", 12));
    return mapper.readValue(json, Price.class).name() + json;
  }

  @LookAlike(why = "JSON as a tree and as generics")
  public static String jacksonTree(WorkflowContext ctx) throws JsonProcessingException {
    JsonNode tree = Json.MAPPER.readTree("{\"b\": [1, 2], \"a\": {\"c\": true}}");
    Map<String, List<Integer>> map =
        Json.MAPPER.readValue("{\"x\": [1, 2, 3]}", new TypeReference<>() {});
    return tree.at("/a/c").asText() + map.get("x").size();
  }

  @LookAlike(why = "Commons Lang on texts and numbers")
  public static String commons(WorkflowContext ctx) {
    return StringUtils.capitalize(StringUtils.leftPad("pear", 6, '*'))
        + StringUtils.substringBetween("<a>", "<", ">")
        + NumberUtils.toInt("7", 0)
        + Pair.of("a", 1).getLeft();
  }

  @LookAlike(why = "Commons Lang's builders on texts and numbers")
  public static int commonsBuilders(WorkflowContext ctx) {
    boolean same = new EqualsBuilder().append("a", "a").append(1, 1).isEquals();
    return new HashCodeBuilder(17, 37).append("apple").append(12).append(same).toHashCode();
  }

  @LookAlike(why = "Guava's immutable collections keep their order")
  public static String guava(WorkflowContext ctx) {
    ImmutableMap<Colour, Integer> stock = ImmutableMap.of(Colour.RED, 1, Colour.BLUE, 2);
    return Lists.reverse(ImmutableList.of("a", "b", "c")) + "" + stock.keySet().asList().get(1);
  }

  @LookAlike(why = "Guava's linked and sorted collections")
  public static String guavaCollections(WorkflowContext ctx) {
    Multimap<String, Integer> byName = LinkedHashMultimap.create();
    byName.put("apple", 1);
    byName.put("apple", 2);
    Multiset<String> words = TreeMultiset.create(Splitter.on(' ').split("to be or not to be"));
    return byName + " " + words.count("be");
  }

  @LookAlike(why = "a hash with a fixed seed, and an address that is parsed")
  public static String guavaHash(WorkflowContext ctx) {
    return Hashing.murmur3_32_fixed().hashString("order", StandardCharsets.UTF_8)
        + InetAddresses.forString("127.0.0.1").getHostAddress();
  }

  /** What goes to JSON. */
  record Price(String name, int cents) {}

  /** Where a project keeps its mapper. */
  static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
  }
}
