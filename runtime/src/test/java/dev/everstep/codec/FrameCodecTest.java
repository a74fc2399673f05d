package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.everstep.UnreadableValueException;
import dev.everstep.UnstorableValueException;
import dev.everstep.codec.Samples.Circle;
import dev.everstep.codec.Samples.Color;
import dev.everstep.codec.Samples.Holding;
import dev.everstep.codec.Samples.Node;
import dev.everstep.codec.Samples.Shape;
import dev.everstep.codec.Samples.Square;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  private static final Type STRINGS = Types.of(List.class, String.class);
  private static final Type INTS_BY_NAME = Types.of(Map.class, String.class, Integer.class);

  private final FrameCodec codec = new FrameCodec(new ValueCodec());

  @Test
  void pinsTheStoredForm() {
    List<String> shared = new ArrayList<>(List.of("a", "b"));
    Frame outer = new Frame("run", "step:Articles.fetch").local("seen", STRINGS, shared);
    Frame inner =
        new Frame("page", "sleep#2")
            .local("n", int.class, 7)
            .local("seen", STRINGS, shared)
            .local("prices", INTS_BY_NAME, new TreeMap<>(Map.of("b", 2, "a", 1)))
            .local("shape", Shape.class, new Circle(1.5))
            .local("nothing", String.class, null);

    assertThat(codec.write(List.of(outer.image(), inner.image())).utf8())
        .isEqualTo(
            "{\"format\":1,\"frames\":["
                + "{\"method\":\"run\",\"point\":\"step:Articles.fetch\",\"locals\":["
                + "{\"name\":\"seen\",\"type\":\"List<String>\",\"value\":{\"@ref\":0}}]},"
                + "{\"method\":\"page\",\"point\":\"sleep#2\",\"locals\":["
                + "{\"name\":\"n\",\"type\":\"int\",\"value\":7},"
                + "{\"name\":\"seen\",\"type\":\"List<String>\",\"value\":{\"@ref\":0}},"
                + "{\"name\":\"prices\",\"type\":\"Map<String, Integer>\","
                + "\"value\":{\"@is\":\"TreeMap\",\"@value\":{\"a\":1,\"b\":2}}},"
                + "{\"name\":\"shape\",\"type\":\"Shape\","
                + "\"value\":{\"kind\":\"circle\",\"radius\":1.5}},"
                + "{\"name\":\"nothing\",\"type\":\"String\",\"value\":null}]}],"
                + "\"shared\":[[\"a\",\"b\"]]}");
  }

  @Test
  void readsTheFirstFormat() {
    Payload stored =
        Payload.utf8(
            """
            {"format": 1, "frames": [{"method": "run", "point": "p", "locals": [
              {"name": "a", "type": "List<String>", "value": {"@ref": 0}},
              {"name": "b", "type": "Set<String>", "value": {"@is": "TreeSet", "@value": ["x"]}},
              {"name": "c", "type": "Collection<String>", "value": {"@ref": 0}}]}],
             "shared": [{"@is": "LinkedList", "@value": ["q"]}]}
            """);

    List<@Nullable Object> values =
        read(
            stored,
            new Local("a", STRINGS),
            new Local("b", Types.of(Set.class, String.class)),
            new Local("c", Types.of(Collection.class, String.class)));

    assertThat(values.get(0))
        .isEqualTo(new LinkedList<>(List.of("q")))
        .isInstanceOf(LinkedList.class);
    assertThat(values.get(1)).isEqualTo(Set.of("x")).isInstanceOf(TreeSet.class);
    assertThat(values.get(2)).isSameAs(values.get(0));
  }

  @Test
  void keepsWhatLocalsShare() {
    int[] numbers = {1, 2};
    Node node = new Node("n");
    node.children.add(new Node("child"));
    List<Node> nodes = new ArrayList<>(List.of(node, node));
    Frame outer =
        new Frame("run", "p")
            .local("a", int[].class, numbers)
            .local("nodes", Types.of(List.class, Node.class), nodes);
    Frame inner =
        new Frame("helper", "q")
            .local("b", int[].class, numbers)
            .local("child", Node.class, node.children.get(0))
            .local("rows", int[][].class, new int[][] {numbers, {3}});

    List<FrameImage> read = restored(outer, inner);

    List<@Nullable Object> first = read.get(0).values();
    List<@Nullable Object> second = read.get(1).values();
    assertThat(first.get(0)).isSameAs(second.get(0)).isEqualTo(numbers);
    List<?> nodesRead = (List<?>) first.get(1);
    assertThat(nodesRead.get(0)).isSameAs(nodesRead.get(1));
    assertThat(((Node) nodesRead.get(0)).children.get(0)).isSameAs(second.get(1));
    assertThat(((int[][]) second.get(2))[0]).isSameAs(first.get(0));
  }

  private record Graded<E>(E level, List<E> others) {}

  @Test
  void keepsAnEnumConstantWithABodyThatStandsInManyPlaces() {
    Map<String, Color> byName = Map.of("a", Color.GREEN);
    Graded<Color> graded = new Graded<>(Color.GREEN, List.of(Color.GREEN, Color.RED, Color.GREEN));

    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("color", Color.class, Color.GREEN)
                .local("graded", Types.of(Graded.class, Color.class), graded)
                .local("byName", Types.of(Map.class, String.class, Color.class), byName));

    assertThat(read).containsExactly(Color.GREEN, graded, byName);
  }

  @Test
  void keepsSharingInsideRecordsOptionalsAndUntypedValues() {
    List<String> names = new ArrayList<>(List.of("x"));
    Map<String, Object> untyped = new HashMap<>();
    untyped.put("names", names);
    untyped.put("deep", new ArrayList<>(List.of(new LinkedList<>(List.of(names)))));

    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("holding", Holding.class, new Holding(names))
                .local("maybe", Types.of(Optional.class, STRINGS), Optional.of(names))
                .local("untyped", Types.of(Map.class, String.class, Object.class), untyped));

    Object list = ((Holding) read.get(0)).names();
    assertThat(((Optional<?>) read.get(1)).get()).isSameAs(list);
    Map<?, ?> map = (Map<?, ?>) read.get(2);
    assertThat(map.get("names")).isSameAs(list);
    Object linked = ((List<?>) map.get("deep")).get(0);
    assertThat(linked).isInstanceOf(LinkedList.class);
    assertThat(((List<?>) linked).get(0)).isSameAs(list);
  }

  @Test
  void keepsTheDynamicTypeOfSharedPolymorphicBeans() {
    Square square = new Square();
    square.side = 2;

    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("shape", Shape.class, square)
                .local("square", Square.class, square)
                .local(
                    "shapes", Types.of(List.class, Shape.class), new ArrayList<>(List.of(square))));

    assertThat(read.get(0)).isInstanceOf(Square.class).isSameAs(read.get(1));
    assertThat(((List<?>) read.get(2)).get(0)).isSameAs(read.get(0));
  }

  @Test
  void keepsEqualButDistinctObjectsApart() {
    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("a", STRINGS, new ArrayList<>(List.of("x")))
                .local("b", STRINGS, new ArrayList<>(List.of("x"))));

    assertThat(read.get(0)).isEqualTo(read.get(1)).isNotSameAs(read.get(1));
  }

  @Test
  void keepsTheClassesOfListsSetsAndQueues() {
    List<Collection<Integer>> all =
        List.of(
            new ArrayList<>(List.of(3, 1, 2)),
            new LinkedList<>(List.of(3, 1, 2)),
            new CopyOnWriteArrayList<>(List.of(3, 1, 2)),
            Arrays.asList(3, 1, 2),
            List.of(),
            List.of(1),
            List.of(1, 2, 3),
            Collections.unmodifiableList(new ArrayList<>(List.of(1))),
            Collections.emptyList(),
            Collections.singletonList(1),
            new LinkedHashSet<>(List.of(3, 1, 2)),
            new TreeSet<>(List.of(3, 1, 2)),
            Collections.emptySet(),
            Collections.singleton(1),
            new ArrayDeque<>(List.of(3, 1, 2)),
            new PriorityQueue<>(List.of(3, 1, 2)));
    for (Collection<Integer> each : all) {
      for (Type declared :
          List.of(Types.of(Collection.class, Integer.class), Object.class, each.getClass())) {
        if (declared == each.getClass()
            && !(each instanceof ArrayDeque || each instanceof TreeSet)) {
          continue;
        }
        if (declared instanceof Class<?> raw && raw != Object.class) {
          declared = Types.of(raw, Integer.class);
        }
        Object read = restored(new Frame("run", "p").local("it", declared, each)).get(0);
        assertThat(read).hasSameClassAs(each);
        assertThat(List.copyOf((Collection<?>) read)).isEqualTo(List.copyOf(each));
      }
    }
  }

  @Test
  void keepsTheOrderOfHashCollectionsByTheirLinkedSubclasses() {
    Set<String> set = new HashSet<>(1 << 12);
    Map<String, Integer> map = new HashMap<>(1 << 12);
    for (int i = 0; i < 200; i++) {
      set.add("s" + i * 7919);
      map.put("m" + i * 104729, i);
    }

    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("set", Types.of(Set.class, String.class), set)
                .local("declared", Types.of(HashSet.class, String.class), set)
                .local("map", INTS_BY_NAME, map)
                .local("fixed", Types.of(Set.class, String.class), Set.copyOf(set))
                .local("fixedMap", INTS_BY_NAME, Map.copyOf(map)));

    assertThat(read.get(0)).isEqualTo(set);
    assertThat(List.copyOf((Set<?>) read.get(0))).isEqualTo(List.copyOf(set));
    assertThat(read.get(0)).isInstanceOf(HashSet.class).isSameAs(read.get(1));
    assertThat(List.copyOf(((Map<?, ?>) read.get(2)).keySet()))
        .isEqualTo(List.copyOf(map.keySet()));
    assertThat(List.copyOf((Set<?>) read.get(3))).isEqualTo(List.copyOf(Set.copyOf(set)));
    assertThatThrownBy(() -> ((Map<?, ?>) read.get(4)).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keepsTheClassesOfMaps() {
    Map<Color, Integer> byColor = new EnumMap<>(Map.of(Color.GREEN, 1));
    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("enums", Types.of(Map.class, Color.class, Integer.class), byColor)
                .local(
                    "none",
                    Types.of(Map.class, Color.class, Integer.class),
                    new EnumMap<>(Color.class))
                .local("set", Types.of(Set.class, Color.class), EnumSet.of(Color.RED))
                .local("noColors", Types.of(Set.class, Color.class), EnumSet.noneOf(Color.class))
                .local("concurrent", INTS_BY_NAME, new ConcurrentHashMap<>(Map.of("a", 1)))
                .local("one", INTS_BY_NAME, Collections.singletonMap("a", 1))
                .local("marked", INTS_BY_NAME, new LinkedHashMap<>(Map.of("@ref", 1)))
                .local(
                    "views",
                    INTS_BY_NAME,
                    Collections.unmodifiableNavigableMap(new TreeMap<>(Map.of("a", 1)))));

    assertThat(read.get(0)).isEqualTo(byColor).isInstanceOf(EnumMap.class);
    assertThat(read.get(1)).isEqualTo(Map.of()).isInstanceOf(EnumMap.class);
    assertThat(read.get(2)).isEqualTo(Set.of(Color.RED)).isInstanceOf(EnumSet.class);
    assertThat(read.get(3)).isEqualTo(Set.of()).isInstanceOf(EnumSet.class);
    assertThat(read.get(4)).isEqualTo(Map.of("a", 1)).isInstanceOf(ConcurrentHashMap.class);
    assertThat(read.get(5)).hasSameClassAs(Collections.singletonMap("a", 1));
    assertThat(read.get(6)).isEqualTo(Map.of("@ref", 1)).isInstanceOf(LinkedHashMap.class);
    assertThat(read.get(7)).isEqualTo(Map.of("a", 1));
  }

  @Test
  void keepsPrimitivesAndArrays() {
    List<@Nullable Object> values =
        Arrays.asList(
            Double.NaN,
            -0.0,
            Float.NEGATIVE_INFINITY,
            '\u0000',
            Long.MIN_VALUE,
            (byte) -1,
            new byte[] {0, -1, 127},
            new char[] {'a', '\u20ac'},
            new String[] {"x", null},
            new double[][] {{-0.0}, {}},
            new boolean[] {true});
    List<Type> types =
        List.of(
            double.class,
            double.class,
            float.class,
            char.class,
            long.class,
            byte.class,
            byte[].class,
            char[].class,
            String[].class,
            double[][].class,
            boolean[].class);
    Frame frame = new Frame("run", "p");
    for (int i = 0; i < values.size(); i++) {
      frame.local("v" + i, types.get(i), values.get(i));
    }
    List<?>[] generic = {new ArrayList<>(List.of("a"))};
    frame.local("generic", Types.arrayOf(STRINGS), generic);

    List<@Nullable Object> read = restored(frame);

    for (int i = 0; i < values.size(); i++) {
      assertThat(Arrays.deepEquals(new Object[] {read.get(i)}, new Object[] {values.get(i)}))
          .isTrue();
      assertThat(read.get(i)).hasSameClassAs(values.get(i));
    }
    assertThat((List<?>[]) read.get(values.size())).isEqualTo(generic);
  }

  @Test
  void keepsAMapsEntriesWithWhatTheyShare() {
    Map<String, List<String>> map = new LinkedHashMap<>();
    map.put("a", new ArrayList<>(List.of("x")));
    Type entry = Types.of(Map.Entry.class, String.class, STRINGS);

    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("map", Types.of(Map.class, String.class, STRINGS), map)
                .local("entry", entry, map.entrySet().iterator().next())
                .local("left", Types.of(List.class, entry), new ArrayList<>(map.entrySet())));

    assertThat(((Map.Entry<?, ?>) read.get(1)).getValue())
        .isSameAs(((Map<?, ?>) read.get(0)).get("a"));
    assertThat(((List<?>) read.get(2)).get(0)).isEqualTo(read.get(1));
  }

  @Test
  void keepsExceptionsOfAnyDeclaredType() {
    IOException thrown = new FileNotFoundException("gone");
    thrown.initCause(new IllegalStateException("why"));

    List<@Nullable Object> read =
        restored(
            new Frame("run", "p")
                .local("a", Throwable.class, thrown)
                .local("b", IOException.class, thrown)
                .local(
                    "c", Types.of(List.class, Exception.class), new ArrayList<>(List.of(thrown))));

    assertThat((Throwable) read.get(0))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("gone")
        .hasRootCauseMessage("why");
    assertThat(read.get(1)).isInstanceOf(FileNotFoundException.class);
    assertThat(((List<?>) read.get(2)).get(0)).isInstanceOf(FileNotFoundException.class);
  }

  @Test
  void namesNoClassOfTheProgram() {
    Square square = new Square();
    String stored =
        codec
            .write(
                List.of(
                    new Frame("run", "p")
                        .local("node", Node.class, new Node("n"))
                        .local("shape", Shape.class, square)
                        .local(
                            "again",
                            Types.of(List.class, Shape.class),
                            new ArrayList<>(List.of(square)))
                        .image()))
            .utf8();

    assertThat(stored).doesNotContain("dev.everstep").doesNotContain("Samples");
  }

  @Test
  void refusesCycles() {
    Node node = new Node("a");
    node.next = new Node("b");
    node.next.children.add(node);

    assertThatThrownBy(() -> restored(new Frame("run", "p").local("node", Node.class, node)))
        .isInstanceOf(UnstorableValueException.class)
        .hasMessage(
            "[ES402] node contains itself: path=node.next.children[0],"
                + " class=dev.everstep.codec.Samples$Node. Keep an id in place of the object that"
                + " leads back. docs/errors/ES402.md");
  }

  @Test
  void refusesComparators() {
    Map<String, Integer> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    assertThatThrownBy(() -> restored(new Frame("run", "p").local("map", INTS_BY_NAME, map)))
        .hasMessage(
            "[ES404] map is ordered by a comparator, which cannot be stored: path=map,"
                + " class=java.util.TreeMap. Use the natural order, or sort into a list."
                + " docs/errors/ES404.md");
  }

  @Test
  void refusesViews() {
    List<String> view = new ArrayList<>(List.of("a", "b")).subList(0, 1);

    assertThatThrownBy(() -> restored(new Frame("run", "p").local("view", STRINGS, view)))
        .hasMessage(
            "[ES404] view is a view or a rare collection, which cannot be stored as it is:"
                + " path=view, class=java.util.ArrayList$SubList. Copy it into an ArrayList,"
                + " LinkedHashSet or LinkedHashMap. docs/errors/ES404.md");
  }

  @Test
  void refusesWhatTheDeclaredTypeLoses() {
    assertThatThrownBy(
            () -> restored(new Frame("run", "p").local("it", Object.class, new Node("n"))))
        .hasMessage(
            "[ES403] it would come back changed: path=it, value=a Node, read back=a LinkedHashMap."
                + " Declare the type that the value has, and let Jackson read and write all of its"
                + " fields; a field that is no part of the value can be transient."
                + " docs/errors/ES403.md");
  }

  @Test
  void refusesAFrameStackAboveTheLimit() {
    FrameCodec small = new FrameCodec(new ValueCodec(), new SizeLimit("frameBytesMax", 1000));
    Frame frame = new Frame("run", "p").local("text", String.class, "x".repeat(1000));

    assertThatThrownBy(() -> small.write(List.of(frame.image())))
        .hasMessage(
            "[ES405] a value is too large: value=frames, limit=1,000 bytes. Store the data"
                + " elsewhere and keep where it is, or raise Limits.frameBytesMax."
                + " docs/errors/ES405.md");
  }

  @Test
  void passesOverLocalsThatAreNotWanted() {
    List<String> shared = new ArrayList<>(List.of("a"));
    Payload stored =
        codec.write(
            List.of(
                new Frame("run", "p")
                    .local("first", STRINGS, shared)
                    .local("second", STRINGS, shared)
                    .image()));

    assertThat(read(stored, new Local("second", STRINGS))).containsExactly(shared);
  }

  @Test
  void widensPrimitives() {
    Payload stored = codec.write(List.of(new Frame("run", "p").local("n", int.class, 7).image()));

    assertThat(read(stored, new Local("n", long.class))).containsExactly(7L);
    assertThat(read(stored, new Local("n", Double.class))).containsExactly(7.0);
  }

  @Test
  void readsPrimitivesByAMapperOfTheUser() {
    FrameCodec own = new FrameCodec(new ValueCodec(new JsonMapper()));
    FrameImage image = new Frame("run", "p").local("n", int.class, 7).image();

    assertThat(own.read(own.write(List.of(image)), frames -> List.of(image.locals())))
        .containsExactly(image);
  }

  @Test
  void refusesToNarrow() {
    Payload stored = codec.write(List.of(new Frame("run", "p").local("n", long.class, 7L).image()));

    assertThatThrownBy(() -> read(stored, new Local("n", int.class)))
        .isInstanceOf(FrameMismatchException.class)
        .hasMessage(
            "[ES407] a stored local does not fit the code: method=run, point=p, local=n,"
                + " stored=long, wanted=int. The value would not be kept. Deploy code in which the"
                + " types fit; the run then continues. docs/errors/ES407.md");
  }

  @Test
  void findsALocalUnderANameThatItHad() {
    Payload stored =
        codec.write(
            List.of(
                new Frame("run", "p").local("a", int.class, 1).local("b", int.class, 2).image()));

    assertThat(read(stored, new Local("c", int.class, List.of("x", "b", "a"))))
        .isEqualTo(List.of(2));
    assertThat(read(stored, new Local("a", int.class, List.of("b")))).isEqualTo(List.of(1));
  }

  @Test
  void namesALocalThatIsNotStored() {
    Payload stored = codec.write(List.of(new Frame("run", "p").local("n", long.class, 7L).image()));

    assertThatThrownBy(() -> read(stored, new Local("url", String.class)))
        .hasMessage(
            "[ES407] a live local is not stored: method=run, point=p, local=url, wanted=String,"
                + " stored=[n]. Deploy code that does not need it behind this point; the run then"
                + " continues. docs/errors/ES407.md");
  }

  @Test
  void namesAPointThatTheCodeLacks() {
    Payload stored = codec.write(List.of(new Frame("run", "p").image()));

    assertThatThrownBy(() -> codec.read(stored, frames -> List.of()))
        .hasMessage(
            "[ES407] the code has no suspension point for a stored frame: method=run, point=p."
                + " Deploy code that has it; the run then continues. docs/errors/ES407.md");
  }

  @Test
  void namesALocalOfAnotherType() {
    Payload stored =
        codec.write(List.of(new Frame("run", "p").local("a", STRINGS, List.of("x")).image()));

    assertThatThrownBy(() -> read(stored, new Local("a", Types.of(Set.class, String.class))))
        .hasMessage(
            "[ES407] a stored local does not fit the code: method=run, point=p, local=a,"
                + " stored=List<String>, wanted=Set<String>. The stored class is"
                + " java.util.ImmutableCollections$List12. Deploy code in which the types fit; the"
                + " run then continues. docs/errors/ES407.md");
  }

  @Test
  void refusesALaterFormat() {
    assertThatThrownBy(() -> FrameCodec.parse(Payload.utf8("{\"format\":2,\"frames\":[]}")))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessage(
            "[ES406] a stored frame stack cannot be read: not a frame document: format=2, known=1."
                + " Deploy the version that wrote it, or a later one. docs/errors/ES406.md");
  }

  private List<@Nullable Object> restored(Frame frame) {
    return restored(new Frame[] {frame}).get(0).values();
  }

  private List<FrameImage> restored(Frame... frames) {
    List<FrameImage> images = Arrays.stream(frames).map(Frame::image).toList();
    Payload stored = codec.write(images);
    List<FrameImage> read =
        codec.read(stored, all -> images.stream().map(FrameImage::locals).toList());
    // What is restored is stored as the same again, but for the names of hash collections.
    assertThat(codec.write(read).utf8().replace("LinkedHashSet", "HashSet"))
        .hasSizeLessThanOrEqualTo(stored.utf8().length());
    return read;
  }

  private List<@Nullable Object> read(Payload stored, Local... wanted) {
    return codec.read(stored, frames -> List.of(List.of(wanted))).get(0).values();
  }

  private static final class Frame {
    private final String method;
    private final String point;
    private final List<Local> locals = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();

    Frame(String method, String point) {
      this.method = method;
      this.point = point;
    }

    Frame local(String name, Type type, @Nullable Object value) {
      locals.add(new Local(name, type));
      values.add(value);
      return this;
    }

    FrameImage image() {
      return new FrameImage(method, point, locals, values);
    }
  }
}
