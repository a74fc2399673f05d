package dev.everstep.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects met while one document is written: finds the shared ones and refuses cycles. Confined
 * to one thread and to one pass.
 *
 * <p>The first pass knows of no shared object. If it meets one twice, the document is written again
 * by a second pass, which puts each of these objects into a table and references into their places.
 */
final class FrameWriting {
  private final ObjectMapper mapper;
  private final Set<Object> shared;
  private final Map<Object, Place> places = new IdentityHashMap<>();
  private final Set<Object> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<byte[]> table = new ArrayList<>();

  /**
   * Begins a pass.
   *
   * @param shared the objects that the pass before met more than once, by identity
   */
  FrameWriting(ObjectMapper mapper, Set<Object> shared) {
    this.mapper = mapper;
    this.shared = shared;
  }

  /** Returns the objects that were met more than once and have no place in the table, if any. */
  Set<Object> repeated() {
    return repeated;
  }

  /** Returns the JSON of each shared object; a reference is an index into this list. */
  List<byte[]> table() {
    return table;
  }

  /** Writes the JSON of one object. */
  @FunctionalInterface
  interface Body {
    void writeTo(JsonGenerator out) throws IOException;
  }

  /** Writes an object that has an identity: its JSON, or a reference. */
  void write(Object value, JsonGenerator out, Body body) throws IOException {
    if (Containers.hasComparator(value)) {
      throw new Refusal(out, Refusal.Why.COMPARATOR, value);
    }
    if (Containers.isContainer(value) && !Containers.isMutable(value)) {
      writeContent(value, out, body);
      return;
    }
    Place place = places.get(value);
    if (place == null) {
      place = new Place();
      places.put(value, place);
      if (shared.contains(value)) {
        place.index = table.size();
        table.add(new byte[0]);
        table.set(place.index, content(value, body));
        reference(out, place.index);
      } else {
        writeContent(value, out, body);
      }
      place.done = true;
    } else if (!place.done) {
      throw new Refusal(out, Refusal.Why.CYCLE, value);
    } else if (place.index >= 0) {
      reference(out, place.index);
    } else {
      repeated.add(value);
      out.writeNull(); // this pass is thrown away
    }
  }

  private byte[] content(Object value, Body body) throws IOException {
    ByteArrayBuilder bytes = new ByteArrayBuilder();
    try (JsonGenerator out = mapper.createGenerator(bytes)) {
      writeContent(value, out, body);
    }
    return bytes.toByteArray();
  }

  private static void writeContent(Object value, JsonGenerator out, Body body) throws IOException {
    String name = containerName(value, out);
    if (name == null) {
      body.writeTo(out);
      return;
    }
    out.writeStartObject();
    out.writeStringField(Marks.CLASS, name);
    out.writeFieldName(Marks.VALUE);
    body.writeTo(out);
    out.writeEndObject();
  }

  private static @Nullable String containerName(Object value, JsonGenerator out)
      throws IOException {
    if (!Containers.isContainer(value)) {
      return null;
    }
    try {
      String name = Containers.name(value);
      if (name == null && value instanceof Map<?, ?> map && Marks.areIn(map)) {
        return Containers.plainMapName();
      }
      return name;
    } catch (Containers.UnknownContainer e) {
      throw new Refusal(out, Refusal.Why.UNKNOWN_CLASS, value);
    }
  }

  private static void reference(JsonGenerator out, int index) throws IOException {
    out.writeStartObject();
    out.writeNumberField(Marks.REFERENCE, index);
    out.writeEndObject();
  }

  private static final class Place {
    private int index = -1;
    private boolean done;
  }

  /** An object that cannot be written; Jackson adds the path. */
  static final class Refusal extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    enum Why {
      CYCLE,
      COMPARATOR,
      UNKNOWN_CLASS
    }

    private final Why why;
    private final Class<?> type;

    Refusal(JsonGenerator out, Why why, Object value) {
      super(out, why + " " + value.getClass().getName());
      this.why = why;
      this.type = value.getClass();
    }

    Why why() {
      return why;
    }

    Class<?> type() {
      return type;
    }
  }
}
