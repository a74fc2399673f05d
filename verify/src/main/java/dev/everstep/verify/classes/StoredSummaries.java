package dev.everstep.verify.classes;

import dev.everstep.verify.read.ClassSummary;
import dev.everstep.verify.read.FieldSummary;
import dev.everstep.verify.read.MethodSummary;
import dev.everstep.verify.read.Op;
import dev.everstep.verify.read.Waiver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file of the cache:
 *
 * <pre>
 *   int   CRC32C of the rest
 *   int   number of strings, then each in modified UTF-8; 0 stands for null
 *   int   number of classes, then for each its name, and where its summary begins and ends
 *   the summaries; each is decoded when it is asked for
 * </pre>
 */
final class StoredSummaries {
  static final StoredSummaries NONE = new StoredSummaries(new byte[0], List.of(), Map.of());

  private static final Op.Kind[] KINDS = Op.Kind.values();
  private static final Op.Mode[] MODES = Op.Mode.values();

  private final byte[] bytes;
  private final List<String> strings;
  private final Map<String, Range> classes;

  private record Range(int from, int to) {}

  private StoredSummaries(byte[] bytes, List<String> strings, Map<String, Range> classes) {
    this.bytes = bytes;
    this.strings = strings;
    this.classes = classes;
  }

  /**
   * Reads the head of a file.
   *
   * @throws IOException if it is not whole
   */
  static StoredSummaries read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != checksum(bytes)) {
      throw new IOException("damaged");
    }
    int count = in.readInt();
    List<String> strings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      strings.add(in.readUTF());
    }
    int size = in.readInt();
    Map<String, Range> classes = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      classes.put(strings.get(in.readInt() - 1), new Range(in.readInt(), in.readInt()));
    }
    int start = bytes.length - in.available();
    classes.replaceAll((name, range) -> new Range(range.from() + start, range.to() + start));
    return new StoredSummaries(bytes, strings, classes);
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, Math.min(4, bytes.length), Math.max(0, bytes.length - 4));
    return (int) crc.getValue();
  }

  @Nullable ClassSummary find(String name) {
    Range range = classes.get(name);
    return range == null ? null : decode(range);
  }

  List<ClassSummary> all() {
    return classes.values().stream().map(this::decode).toList();
  }

  private ClassSummary decode(Range range) {
    try {
      return new Decoder(
              new DataInputStream(
                  new ByteArrayInputStream(bytes, range.from(), range.to() - range.from())),
              strings)
          .type();
    } catch (IOException e) {
      throw new AssertionError("the checksum was right", e);
    }
  }

  /** Returns the file for some classes. */
  static byte[] bytes(Collection<ClassSummary> summaries) throws IOException {
    Encoder encoder = new Encoder();
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    DataOutputStream ranges = new DataOutputStream(table);
    for (ClassSummary summary : summaries) {
      int from = encoder.size();
      encoder.type(summary);
      ranges.writeInt(encoder.index(summary.name()));
      ranges.writeInt(from);
      ranges.writeInt(encoder.size());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeInt(0);
    out.writeInt(encoder.strings.size());
    for (String each : encoder.strings.keySet()) {
      out.writeUTF(each);
    }
    out.writeInt(summaries.size());
    table.writeTo(out);
    encoder.bytes.writeTo(out);
    byte[] all = file.toByteArray();
    int checksum = checksum(all);
    for (int i = 0; i < 4; i++) {
      all[i] = (byte) (checksum >>> (24 - 8 * i));
    }
    return all;
  }

  private static final class Encoder {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    int size() {
      return bytes.size();
    }

    int index(@Nullable String text) {
      return text == null ? 0 : strings.computeIfAbsent(text, any -> strings.size() + 1);
    }

    private void string(@Nullable String text) throws IOException {
      out.writeInt(index(text));
    }

    private void strings(List<String> texts) throws IOException {
      out.writeShort(texts.size());
      for (String text : texts) {
        string(text);
      }
    }

    private void waiver(@Nullable Waiver waiver) throws IOException {
      out.writeBoolean(waiver != null);
      if (waiver != null) {
        string(waiver.reason());
        strings(waiver.calls());
      }
    }

    void type(ClassSummary type) throws IOException {
      string(type.name());
      out.writeInt(type.access());
      string(type.superName());
      strings(type.interfaces());
      string(type.file());
      out.writeBoolean(type.durable());
      waiver(type.waiver());
      out.writeShort(type.fields().size());
      for (FieldSummary field : type.fields()) {
        string(field.name());
        string(field.descriptor());
        out.writeInt(field.access());
      }
      out.writeShort(type.methods().size());
      for (MethodSummary method : type.methods()) {
        string(method.name());
        string(method.descriptor());
        out.writeInt(method.access());
        out.writeInt(method.line());
        waiver(method.waiver());
        out.writeBoolean(method.migrates());
        out.writeInt(method.ops().size());
        for (Op op : method.ops()) {
          op(op);
        }
      }
    }

    private void op(Op op) throws IOException {
      out.writeByte(op.kind().ordinal());
      out.writeByte(op.mode().ordinal());
      string(op.owner());
      string(op.name());
      string(op.descriptor());
      out.writeInt(op.line());
      string(op.type());
      out.writeBoolean(op.exact());
      out.writeBoolean(op.harmless());
      numbers(op.receiver());
      numbers(op.inputs());
    }

    private void numbers(List<Integer> numbers) throws IOException {
      out.writeShort(numbers.size());
      for (int number : numbers) {
        out.writeInt(number);
      }
    }
  }

  private static final class Decoder {
    private final DataInputStream in;
    private final List<String> strings;

    Decoder(DataInputStream in, List<String> strings) {
      this.in = in;
      this.strings = strings;
    }

    private @Nullable String stringOrNull() throws IOException {
      int index = in.readInt();
      return index == 0 ? null : strings.get(index - 1);
    }

    private String string() throws IOException {
      return strings.get(in.readInt() - 1);
    }

    private List<String> strings() throws IOException {
      int size = in.readUnsignedShort();
      List<String> texts = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        texts.add(string());
      }
      return texts;
    }

    private @Nullable Waiver waiver() throws IOException {
      return in.readBoolean() ? new Waiver(string(), strings()) : null;
    }

    ClassSummary type() throws IOException {
      String name = string();
      int access = in.readInt();
      String superName = stringOrNull();
      List<String> interfaces = strings();
      String file = stringOrNull();
      boolean durable = in.readBoolean();
      Waiver waiver = waiver();
      int fieldCount = in.readUnsignedShort();
      List<FieldSummary> fields = new ArrayList<>(fieldCount);
      for (int i = 0; i < fieldCount; i++) {
        fields.add(new FieldSummary(string(), string(), in.readInt()));
      }
      int methodCount = in.readUnsignedShort();
      List<MethodSummary> methods = new ArrayList<>(methodCount);
      for (int i = 0; i < methodCount; i++) {
        methods.add(method());
      }
      return new ClassSummary(
          name, access, superName, interfaces, file, durable, waiver, fields, methods);
    }

    private MethodSummary method() throws IOException {
      String name = string();
      String descriptor = string();
      int access = in.readInt();
      int line = in.readInt();
      Waiver waiver = waiver();
      boolean migrates = in.readBoolean();
      int size = in.readInt();
      List<Op> ops = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        ops.add(op());
      }
      return new MethodSummary(name, descriptor, access, line, waiver, migrates, ops);
    }

    private Op op() throws IOException {
      return new Op(
          KINDS[in.readByte()],
          MODES[in.readByte()],
          string(),
          string(),
          string(),
          in.readInt(),
          stringOrNull(),
          in.readBoolean(),
          in.readBoolean(),
          numbers(),
          numbers());
    }

    private List<Integer> numbers() throws IOException {
      int size = in.readUnsignedShort();
      if (size == 0) {
        return List.of();
      }
      List<Integer> numbers = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        numbers.add(in.readInt());
      }
      return numbers;
    }
  }
}
