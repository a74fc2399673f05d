package dev.everstep.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of a class file as tells whether it is worth reading: constant pool, supertypes, static
 * fields (JVMS 4.1, 4.4). Reads what is asked for only. Names are internal ones.
 */
final class ClassFile {
  private static final int STATIC = 0x0008;
  private static final int FINAL = 0x0010;

  private final byte[] bytes;
  private final int[] entries;
  private final int behindPool;

  /** Takes what a constant pool says of a method or field of some class. */
  @FunctionalInterface
  interface Reference {
    /**
     * Returns true to end the search.
     *
     * @param owner where {@link ClassFile#className} finds the class
     * @param descriptor where {@link ClassFile#utf8} finds the type
     */
    boolean isWanted(boolean field, int owner, String name, int descriptor);
  }

  ClassFile(byte[] bytes) {
    this.bytes = bytes;
    int count = u2(8);
    entries = new int[count];
    int at = 10;
    for (int i = 1; i < count; i++) {
      entries[i] = at;
      int tag = bytes[at];
      at +=
          switch (tag) {
            case 1 -> 3 + u2(at + 1);
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> throw new IllegalArgumentException("constant pool tag " + tag);
          };
      if (tag == 5 || tag == 6) {
        i++;
      }
    }
    behindPool = at;
  }

  String name() {
    return className(u2(behindPool + 2));
  }

  @Nullable String superName() {
    int index = u2(behindPool + 4);
    return index == 0 ? null : className(index);
  }

  List<String> interfaces() {
    int count = u2(behindPool + 6);
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      names.add(className(u2(behindPool + 8 + 2 * i)));
    }
    return names;
  }

  /** Returns the static fields, and whether each is final. */
  Map<String, Boolean> statics() {
    int at = behindPool + 8 + 2 * u2(behindPool + 6);
    int count = u2(at);
    at += 2;
    Map<String, Boolean> found = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int access = u2(at);
      if ((access & STATIC) != 0) {
        found.put(utf8(u2(at + 2)), (access & FINAL) != 0);
      }
      int attributes = u2(at + 6);
      at += 8;
      for (int a = 0; a < attributes; a++) {
        at += 6 + u2(at + 2) * 65536 + u2(at + 4);
      }
    }
    return found;
  }

  /** Returns whether the constant pool has a text. */
  boolean mentions(String text) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 1; i < entries.length; i++) {
      int at = entries[i];
      if (at != 0 && bytes[at] == 1 && u2(at + 1) == wanted.length) {
        int end = at + 3 + wanted.length;
        if (java.util.Arrays.equals(bytes, at + 3, end, wanted, 0, wanted.length)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns whether one of the methods and fields that the pool names is wanted. */
  boolean anyReference(Reference wanted) {
    for (int i = 1; i < entries.length; i++) {
      int at = entries[i];
      int tag = at == 0 ? 0 : bytes[at];
      if (tag >= 9 && tag <= 11) {
        int member = entries[u2(at + 3)];
        if (wanted.isWanted(tag == 9, u2(at + 1), utf8(u2(member + 1)), u2(member + 3))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the text at an index. */
  String utf8(int index) {
    int at = entries[index];
    return new String(bytes, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  /** Returns the name of the class at an index. */
  String className(int index) {
    return utf8(u2(entries[index] + 1));
  }

  private int u2(int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
