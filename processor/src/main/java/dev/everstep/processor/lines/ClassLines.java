package dev.everstep.processor.lines;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Gives a class file (JVMS 4) another source file, in {@code SourceFile}, and other lines, in the
 * {@code LineNumberTable} of each method. All else is copied, so a class file of any version will
 * do as long as its constants are known; a library that reads class files refuses those of a JDK
 * that is newer than itself.
 */
final class ClassLines {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int LINE_MAX = 0xFFFF;

  private final ByteBuffer in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<Integer, String> names = new HashMap<>();
  private final String source;
  private final IntUnaryOperator lines;
  private int newSource;
  private @Nullable String oldSource;

  private ClassLines(byte[] file, String source, IntUnaryOperator lines) {
    this.in = ByteBuffer.wrap(file);
    this.source = source;
    this.lines = lines;
  }

  /**
   * Returns the changed class file; null if it does not name {@code from} as its source file, as
   * one that was changed before.
   *
   * @param lines gives the new line of an old one; 0 for none
   * @throws IllegalArgumentException if the bytes are not a class file whose parts are known
   */
  static byte @Nullable [] change(byte[] file, String from, String to, IntUnaryOperator lines) {
    ClassLines change = new ClassLines(file, to, lines);
    try {
      change.copy();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a class file: it ends too early", e);
    }
    return from.equals(change.oldSource) ? change.out.toByteArray() : null;
  }

  private void copy() {
    if (in.remaining() < 4 || in.getInt(0) != MAGIC) {
      throw new IllegalArgumentException("not a class file");
    }
    bytes(8);
    constants();
    bytes(6);
    bytes(2 * u2());
    members(false);
    members(true);
    attributes(out, name -> name.equals("SourceFile") ? this::sourceFile : null);
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("not a class file: it goes on behind its end");
    }
  }

  /** Copies the constant pool (JVMS 4.4) and adds the name of the new source file. */
  private void constants() {
    int count = in.getShort() & 0xFFFF;
    byte[] text = source.getBytes(StandardCharsets.UTF_8);
    if (count == 0xFFFF) {
      throw new IllegalArgumentException("the constant pool is full");
    }
    newSource = count;
    put2(out, count + 1);
    for (int i = 1; i < count; i++) {
      int tag = in.get();
      out.write(tag);
      switch (tag) {
        case 1 -> names.put(i, utf8());
        case 3, 4, 9, 10, 11, 12, 17, 18 -> bytes(4);
        case 5, 6 -> {
          bytes(8);
          i++; // takes two places
        }
        case 7, 8, 16, 19, 20 -> bytes(2);
        case 15 -> bytes(3);
        default -> throw new IllegalArgumentException("unknown constant: tag=" + tag);
      }
    }
    out.write(1);
    put2(out, text.length);
    out.writeBytes(text);
  }

  private String utf8() {
    int length = u2();
    byte[] text = new byte[length];
    in.get(text);
    out.writeBytes(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void members(boolean methods) {
    int count = u2();
    for (int i = 0; i < count; i++) {
      bytes(6);
      attributes(out, name -> methods && name.equals("Code") ? this::code : null);
    }
  }

  /** What becomes of an attribute's content. */
  private interface Change {
    /** Returns the new content; null to leave the attribute out. */
    byte @Nullable [] of(byte[] content);
  }

  /** Which attributes change. */
  private interface Changes {
    /** Returns null for an attribute that stays. */
    @Nullable Change of(String attribute);
  }

  private void attributes(ByteArrayOutputStream to, Changes changes) {
    int count = in.getShort() & 0xFFFF;
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int written = 0;
    for (int i = 0; i < count; i++) {
      int name = in.getShort() & 0xFFFF;
      byte[] content = new byte[length()];
      Change change = changes.of(names.getOrDefault(name, ""));
      int end = in.position() + content.length;
      byte[] changed = content;
      if (change == null) {
        in.get(content);
      } else {
        in.get(in.position(), content);
        changed = change.of(content);
        in.position(end);
      }
      if (changed != null) {
        put2(kept, name);
        put4(kept, changed.length);
        kept.writeBytes(changed);
        written++;
      }
    }
    put2(to, written);
    to.writeBytes(kept.toByteArray());
  }

  private int length() {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("not a class file: an attribute ends too late");
    }
    return length;
  }

  private byte[] sourceFile(byte[] content) {
    ByteBuffer index = ByteBuffer.wrap(content);
    oldSource = names.get(index.getShort() & 0xFFFF);
    return index.putShort(0, (short) newSource).array();
  }

  /** Changes the lines of a method; reads at the position of its attribute {@code Code}. */
  private byte[] code(byte[] content) {
    ByteBuffer head = ByteBuffer.wrap(content);
    int codeLength = head.getInt(4);
    int handlers = head.getShort(8 + codeLength) & 0xFFFF;
    int size = 10 + codeLength + 8 * handlers;
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.write(content, 0, size);
    in.position(in.position() + size);
    attributes(code, name -> name.equals("LineNumberTable") ? this::table : null);
    return code.toByteArray();
  }

  /** A line number entry: the line of the code from a position on. */
  private record Entry(int from, int line) {}

  /** Leaves out entries that say again what the one before said: a debugger would stop at each. */
  private byte @Nullable [] table(byte[] content) {
    ByteBuffer old = ByteBuffer.wrap(content);
    List<Entry> entries = new ArrayList<>();
    for (int i = old.getShort() & 0xFFFF; i > 0; i--) {
      int from = old.getShort() & 0xFFFF;
      int line = lines.applyAsInt(old.getShort() & 0xFFFF);
      if (line > 0 && line <= LINE_MAX) {
        entries.add(new Entry(from, line));
      }
    }
    entries.sort(Comparator.comparingInt(Entry::from));
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    int last = 0;
    for (Entry entry : entries) {
      if (entry.line() != last) {
        put2(table, entry.from());
        put2(table, entry.line());
        last = entry.line();
      }
    }
    if (table.size() == 0) {
      return null;
    }
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    put2(changed, table.size() / 4);
    changed.writeBytes(table.toByteArray());
    return changed.toByteArray();
  }

  /** Copies a number; returns it. */
  private int u2() {
    int value = in.getShort() & 0xFFFF;
    put2(out, value);
    return value;
  }

  private void bytes(int count) {
    byte[] bytes = new byte[count];
    in.get(bytes);
    out.writeBytes(bytes);
  }

  private static void put2(ByteArrayOutputStream to, int value) {
    to.write(value >>> 8);
    to.write(value);
  }

  private static void put4(ByteArrayOutputStream to, int value) {
    put2(to, value >>> 16);
    put2(to, value);
  }
}
