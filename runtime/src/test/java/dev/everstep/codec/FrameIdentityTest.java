package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.everstep.UnstorableValueException;
import dev.everstep.machine.Local;
import dev.everstep.machine.Types;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What frames do not keep of two locals with one value, and of maps; docs/values.md says so. */
class FrameIdentityTest {
  private static final Type STRINGS = Types.of(List.class, String.class);
  private static final Type INTS_BY_NAME = Types.of(Map.class, String.class, Integer.class);

  private final FrameCodec codec = new FrameCodec(new ValueCodec());

  /** Returns the values of a frame whose locals are of one type. */
  private List<@Nullable Object> restored(Type type, @Nullable Object... values) {
    List<Local> locals =
        IntStream.range(0, values.length).mapToObj(i -> new Local("v" + i, type)).toList();
    FrameImage image = new FrameImage("run", "p", locals, Arrays.asList(values));
    return codec.read(codec.write(List.of(image)), all -> List.of(locals)).get(0).values();
  }

  @Test
  void aMutableListInTwoLocalsIsOneList() {
    List<String> list = new ArrayList<>(List.of("a"));

    List<@Nullable Object> read = restored(STRINGS, list, list);

    assertThat(read.get(0)).isEqualTo(list).isSameAs(read.get(1));
  }

  @Test
  void anImmutableListInTwoLocalsIsTwoEqualLists() {
    List<String> list = List.of("a");

    List<@Nullable Object> read = restored(STRINGS, list, list);

    assertThat(read.get(0)).isEqualTo(list).isNotSameAs(read.get(1));
    assertThat(read.get(1)).isEqualTo(list);
  }

  @Test
  void anExceptionInTwoLocalsIsTwoExceptions() {
    Exception thrown = new IllegalStateException("why");

    List<@Nullable Object> read = restored(Exception.class, thrown, thrown);

    assertThat((Exception) read.get(0)).hasMessage("why").isNotSameAs(read.get(1));
    assertThat((Exception) read.get(1)).hasMessage("why");
  }

  @Test
  void aNullKeyOfAMapIsRefused() {
    Map<@Nullable String, Integer> map = new HashMap<>();
    map.put(null, 1);

    assertThatThrownBy(() -> restored(INTS_BY_NAME, map))
        .isInstanceOf(UnstorableValueException.class)
        .hasMessageStartingWith("[ES401] ")
        .hasMessageContaining("v0");
  }

  @Test
  void aNullValueOfAMapIsKept() {
    Map<String, @Nullable Integer> map = new TreeMap<>();
    map.put("a", null);

    assertThat(restored(INTS_BY_NAME, map)).containsExactly(map);
  }
}
