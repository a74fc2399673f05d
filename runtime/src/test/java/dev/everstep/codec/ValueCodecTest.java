package dev.everstep.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.everstep.UnreadableValueException;
import dev.everstep.UnstorableValueException;
import dev.everstep.codec.Samples.Circle;
import dev.everstep.codec.Samples.Color;
import dev.everstep.codec.Samples.Holder;
import dev.everstep.codec.Samples.Lossy;
import dev.everstep.codec.Samples.Node;
import dev.everstep.codec.Samples.Order;
import dev.everstep.codec.Samples.Owned;
import dev.everstep.codec.Samples.Price;
import dev.everstep.codec.Samples.Shape;
import dev.everstep.journal.Payload;
import dev.everstep.machine.Types;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValueCodecTest {
  private final ValueCodec codec = new ValueCodec();

  @Test
  void pinsTheStoredForm() {
    Type prices = Types.of(List.class, Types.of(Map.class, String.class, Price.class));

    assertThat(codec.write(List.of(Map.of("a", price("1.10"))), prices))
        .hasToString("[{\"a\":{\"currency\":\"EUR\",\"amount\":1.10}}]");
    assertThat(codec.write(new Circle(0.5), Shape.class))
        .hasToString("{\"kind\":\"circle\",\"radius\":0.5}");
    assertThat(codec.write(Color.GREEN, Color.class)).hasToString("\"GREEN\"");
    assertThat(codec.write(Instant.EPOCH, Instant.class)).hasToString("\"1970-01-01T00:00:00Z\"");
    assertThat(codec.write(Duration.ofMillis(1500), Duration.class)).hasToString("\"PT1.5S\"");
    assertThat(codec.write(new byte[] {1, 2}, byte[].class)).hasToString("\"AQI=\"");
    assertThat(codec.write(Optional.empty(), Types.of(Optional.class, String.class)))
        .hasToString("null");
    assertThat(codec.write("ignored", void.class)).hasToString("null");
    assertThat(codec.writeArguments(new Object[] {"a", 1}, List.of(String.class, int.class)))
        .hasToString("[\"a\",1]");
  }

  @Test
  void keepsTheDeclaredGenericType() {
    Type type = Types.of(List.class, Types.of(Map.class, String.class, Price.class));

    Object read = codec.copy(List.of(new HashMap<>(Map.of("a", price("1.10")))), type);

    assertThat(read).isEqualTo(List.of(Map.of("a", price("1.10"))));
  }

  @Test
  void keepsValuesOfTheJdk() {
    keeps(new BigDecimal("1E+5"), BigDecimal.class);
    keeps(new BigDecimal("-0.00"), BigDecimal.class);
    keeps(BigInteger.TEN.pow(1500), BigInteger.class);
    keeps(Double.NaN, double.class);
    keeps(-0.0, Double.class);
    keeps(Float.MIN_VALUE, float.class);
    keeps('\u0000', char.class);
    keeps("\u0000 \ud83d\ude00 \"", String.class);
    keeps(Instant.MAX, Instant.class);
    keeps(Instant.MIN, Instant.class);
    keeps(LocalDate.MIN, LocalDate.class);
    keeps(Duration.ofSeconds(Long.MIN_VALUE, 1), Duration.class);
    keeps(Year.of(-5), Year.class);
    keeps(OffsetDateTime.parse("2020-01-01T10:00:00+01:00"), OffsetDateTime.class);
    keeps(
        ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 1, ZoneId.of("Europe/Berlin"))
            .withLaterOffsetAtOverlap(),
        ZonedDateTime.class);
    keeps(ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC")), ZonedDateTime.class);
    keeps(UUID.fromString("00000000-0000-0000-0000-000000000001"), UUID.class);
    keeps(URI.create("http://a/b?c#d"), URI.class);
    keeps(Locale.GERMANY, Locale.class);
    keeps(OptionalInt.of(3), OptionalInt.class);
    keeps(Optional.of(List.of("x")), Types.of(Optional.class, Types.of(List.class, String.class)));
    keeps(Set.of(1L, 2L, 3L), Types.of(Set.class, Long.class));
    keeps(new TreeMap<>(Map.of(2, "b", 1, "a")), Types.of(Map.class, Integer.class, String.class));
  }

  @Test
  void keepsRecordsWithArraysAndOptionals() {
    Order order =
        new Order("o", List.of(Map.of("a", price("2"))), Optional.of(Color.RED), new int[] {1, 2});

    Order read = (Order) codec.copy(order, Order.class);

    assertThat(read).usingRecursiveComparison().isEqualTo(order);
  }

  @JsonFormat(shape = JsonFormat.Shape.NUMBER)
  enum Numbered {
    FIRST,
    SECOND
  }

  record Counted(
      Numbered one,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant at,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) Color color,
      @JsonFormat(shape = JsonFormat.Shape.NUMBER) List<Instant> times,
      Map<Numbered, Numbered> all) {}

  @Test
  void keepsTimesAndConstantsThatAnAnnotationWritesAsNumbers() {
    keeps(Numbered.SECOND, Numbered.class);
    keeps(List.of(Numbered.SECOND), Types.of(List.class, Numbered.class));
    keeps(
        new Counted(
            Numbered.SECOND,
            Instant.ofEpochSecond(7, 5),
            Color.GREEN,
            List.of(Instant.EPOCH),
            Map.of(Numbered.FIRST, Numbered.SECOND)),
        Counted.class);
  }

  @Test
  void readsNoNumberAsATimeOrAConstant() {
    for (Class<?> type : List.of(Instant.class, Duration.class, LocalDate.class, Color.class)) {
      assertThatThrownBy(() -> codec.read(Payload.utf8("1"), type))
          .isInstanceOf(UnreadableValueException.class)
          .hasMessageContaining("A number is no " + type.getSimpleName());
    }
  }

  @Test
  void refusesWhatJacksonCannotWrite() {
    assertThatThrownBy(() -> codec.write(new Object(), Object.class, "result of Work.make"))
        .isInstanceOf(UnstorableValueException.class)
        .hasMessage(
            "[ES401] result of Work.make cannot be stored: path=result, type=java.lang.Object."
                + " No serializer found for class java.lang.Object and no properties discovered to"
                + " create BeanSerializer (to avoid exception, disable"
                + " SerializationFeature.FAIL_ON_EMPTY_BEANS). Use a record, or a class that"
                + " Jackson can write and read. docs/errors/ES401.md");
  }

  @Test
  void refusesWhatJacksonCannotRead() {
    assertThatThrownBy(() -> codec.write(new Person("a"), Named.class))
        .hasMessageStartingWith(
            "[ES401] value cannot be stored: path=value,"
                + " type=dev.everstep.codec.ValueCodecTest$Named. Cannot construct instance of");
  }

  @Test
  void refusesCycles() {
    Node node = new Node("a");
    node.children.add(node);

    assertThatThrownBy(() -> codec.write(node, Node.class, "result of Work.make"))
        .hasMessage(
            "[ES402] result of Work.make contains itself: path=result.children[0],"
                + " class=dev.everstep.codec.Samples$Node. Keep an id in place of the object that"
                + " leads back. docs/errors/ES402.md");
  }

  @Test
  void refusesWhatNestsTooDeep() {
    Node node = new Node("a");
    for (int i = 0; i < Mappers.DEPTH_MAX + 1; i++) {
      Node outer = new Node("a");
      outer.next = node;
      node = outer;
    }
    Node deep = node;

    assertThatThrownBy(() -> codec.write(deep, Node.class))
        .hasMessageStartingWith("[ES401] value cannot be stored: path=value.next.next.next")
        .hasMessageContaining("nesting depth");
  }

  @Test
  void refusesFieldsThatAreLost() {
    assertThatThrownBy(() -> codec.write(new Lossy("abc"), Lossy.class))
        .hasMessage(
            "[ES403] value would come back changed: path=value.secret, value=abc, read back=."
                + " Declare the type that the value has, and let Jackson read and write all of its"
                + " fields; a field that is no part of the value can be transient."
                + " docs/errors/ES403.md");
  }

  @Test
  void refusesWhatBecomesAMap() {
    Holder holder =
        new Holder(List.of(new Owned("x"), new Owned(List.of(1)), new Owned(price("1"))));

    assertThatThrownBy(() -> codec.write(holder, Holder.class, "result"))
        .hasMessageStartingWith(
            "[ES403] result would come back changed: path=result.items[2].owner, value=a Price,"
                + " read back=a LinkedHashMap.");
  }

  @Test
  void refusesNumbersThatBecomeOthers() {
    Type type = Types.of(Map.class, String.class, Object.class);

    assertThatThrownBy(() -> codec.write(Map.of("n", 5L), type))
        .hasMessageStartingWith(
            "[ES403] value would come back changed: path=value[n], value=5 (Long), read back=5.");
  }

  @Test
  void refusesARecordThatChangesWhatItIsGiven() {
    assertThatThrownBy(() -> codec.write(new Prefixed("a"), Prefixed.class))
        .hasMessageStartingWith(
            "[ES403] value would come back changed: path=value.name, value=x-a, read back=x-x-a.");
  }

  @Test
  void refusesNullWhereItWouldBecomeAnEmptyOptional() {
    assertThatThrownBy(() -> codec.write(null, Types.of(Optional.class, String.class)))
        .hasMessageStartingWith(
            "[ES403] value would come back changed: path=value, value=null, read back=a Optional.");
  }

  @Test
  void refusesComparators() {
    Map<String, List<String>> map = new HashMap<>();
    map.put("k", new ArrayList<>());
    TreeMap<String, Object> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    assertThatThrownBy(
            () ->
                codec.write(
                    List.of(ordered),
                    Types.of(List.class, Types.of(Map.class, String.class, String.class)),
                    "result"))
        .hasMessage(
            "[ES404] result is ordered by a comparator, which cannot be stored: path=result[0],"
                + " class=java.util.TreeMap. Use the natural order, or sort into a list."
                + " docs/errors/ES404.md");
  }

  @Test
  void refusesValuesAboveTheLimit() {
    SizeLimit ten = new SizeLimit("runOutputBytesMax", 10);

    assertThat(codec.write("12345678", String.class, "result", ten).length()).isEqualTo(10);
    assertThatThrownBy(() -> codec.write("123456789", String.class, "result", ten))
        .hasMessage(
            "[ES405] a value is too large: value=result, limit=10 bytes. Store the data elsewhere and keep"
                + " where it is, or raise Limits.runOutputBytesMax. docs/errors/ES405.md");
  }

  @Test
  void refusesArgumentsThatAreAboveTheLimitTogether() {
    SizeLimit ten = new SizeLimit("stepInputBytesMax", 10);
    List<Type> types = List.of(String.class, String.class);

    assertThat(codec.writeArguments(new Object[] {"123", ""}, types, ten).length()).isEqualTo(10);
    assertThatThrownBy(() -> codec.writeArguments(new Object[] {"123", "4"}, types, ten))
        .hasMessage(
            "[ES405] a value is too large: value=arguments, limit=10 bytes. Store the data"
                + " elsewhere and keep where it is, or raise Limits.stepInputBytesMax."
                + " docs/errors/ES405.md");
    assertThatThrownBy(() -> codec.writeArguments(new Object[] {"", "123456789"}, types, ten))
        .hasMessageStartingWith("[ES405] a value is too large: value=argument[1], limit=10 bytes.");
  }

  @Test
  void namesWhatDoesNotFitWhenItIsRead() {
    assertThatThrownBy(
            () ->
                codec.read(Payload.utf8("[{\"currency\":[]}]"), Types.of(List.class, Price.class)))
        .isInstanceOf(UnreadableValueException.class)
        .hasMessageStartingWith(
            "[ES406] a stored value does not fit the code: path=value[0].currency,"
                + " type=java.util.List<dev.everstep.codec.Samples$Price>. Cannot deserialize value")
        .hasMessageEndingWith("Deploy code with a type that fits. docs/errors/ES406.md");
  }

  @Test
  void namesAWrongNumberOfStoredArguments() {
    assertThatThrownBy(
            () -> codec.readArguments(Payload.utf8("[1]"), List.of(int.class, int.class)))
        .hasMessage(
            "[ES406] the number of stored arguments does not fit: found=1, wanted=2. Deploy code"
                + " with the parameters that were stored. docs/errors/ES406.md");
  }

  @Test
  void doesNotCutNumbersThatWereStoredAsOthers() {
    assertThatThrownBy(() -> codec.read(Payload.utf8("1.5"), int.class))
        .isInstanceOf(UnreadableValueException.class);
  }

  @Test
  void passesOverPropertiesThatTheClassHasLost() {
    assertThat(
            codec.read(Payload.utf8("{\"kind\":\"circle\",\"radius\":1,\"old\":2}"), Circle.class))
        .isEqualTo(new Circle(1));
  }

  @Test
  void usesTheModulesAndMixInsOfAUser() {
    JsonMapper user =
        JsonMapper.builder()
            .addModule(
                new SimpleModule()
                    .addSerializer(new PlainWriter())
                    .addDeserializer(Plain.class, new PlainReader()))
            .addMixIn(Price.class, PriceMixIn.class)
            .build();
    ValueCodec own = new ValueCodec(user);

    assertThat(own.write(new Plain("a"), Plain.class)).hasToString("\"<a>\"");
    assertThat(((Plain) own.copy(new Plain("a"), Plain.class)).text).isEqualTo("a");
    assertThat(own.write(price("1"), Price.class)).hasToString("{\"cur\":\"EUR\",\"amount\":1}");
    assertThat(own.copy(price("1"), Price.class)).isEqualTo(price("1"));
  }

  private void keeps(Object value, Type type) {
    Object read = codec.copy(value, type);
    assertThat(read).isEqualTo(value).hasSameHashCodeAs(value);
  }

  private static Price price(String amount) {
    return new Price("EUR", new BigDecimal(amount));
  }

  record Prefixed(String name) {
    Prefixed {
      name = "x-" + name;
    }
  }

  interface Named {
    String getName();
  }

  record Person(String name) implements Named {
    @Override
    public String getName() {
      return name;
    }
  }

  interface PriceMixIn {
    @JsonProperty("cur")
    String currency();
  }

  static final class Plain {
    private final String text;

    Plain(String text) {
      this.text = text;
    }
  }

  private static final class PlainWriter extends StdSerializer<Plain> {
    private static final long serialVersionUID = 1L;

    PlainWriter() {
      super(Plain.class);
    }

    @Override
    public void serialize(Plain value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString("<" + value.text + ">");
    }
  }

  private static final class PlainReader extends StdDeserializer<Plain> {
    private static final long serialVersionUID = 1L;

    PlainReader() {
      super(Plain.class);
    }

    @Override
    public Plain deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getText();
      return new Plain(text.substring(1, text.length() - 1));
    }
  }
}
