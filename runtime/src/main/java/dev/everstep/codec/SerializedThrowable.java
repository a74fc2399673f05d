package dev.everstep.codec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions as Java serialisation writes them, read through a filter.
 *
 * <p>The filter lets through exceptions, enums, records, the JDK's value types and collections, and
 * other classes of the packages that the exceptions of the same stream are in: an exception's
 * fields are mostly of its own library. Everything else is refused, when written and when read.
 */
final class SerializedThrowable {
  private static final int BYTES_MAX = 256 * 1024;
  private static final int DEPTH_MAX = 200;
  private static final int OBJECTS_MAX = 50_000;
  private static final int ARRAY_LENGTH_MAX = 100_000;

  private static final Set<String> VALUE_PACKAGES =
      Set.of(
          "java.lang",
          "java.math",
          "java.time",
          "java.time.zone",
          "java.time.chrono",
          "java.util",
          "java.util.concurrent.atomic");

  private static final Set<String> VALUE_CLASSES =
      Set.of(
          "java.net.URI",
          "java.net.InetAddress",
          "java.net.Inet4Address",
          "java.net.Inet6Address",
          "java.net.InetSocketAddress",
          "java.io.File");

  private SerializedThrowable() {}

  /** Returns an exception's bytes; null if it would not come back as the same. */
  static byte @Nullable [] write(Throwable thrown) {
    BoundedBytes bytes = new BoundedBytes(BYTES_MAX);
    try {
      try (ObjectOutputStream out = new Output(bytes)) {
        out.writeObject(thrown);
      }
      byte[] java = bytes.toByteArray();
      return isSame(thrown, read(java)) ? java : null;
    } catch (IOException
        | ClassNotFoundException
        | RuntimeException
        | LinkageError
        | StackOverflowError e) {
      return null; // the text remains
    }
  }

  /**
   * Returns the exception.
   *
   * @throws IOException if the bytes are damaged or hold a class that the filter refuses
   * @throws ClassNotFoundException if the code at hand lacks a class
   */
  static Throwable read(byte[] java) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new Input(new ByteArrayInputStream(java))) {
      return (Throwable) in.readObject();
    }
  }

  private static boolean isSame(Throwable original, Throwable copy) {
    Throwable one = original;
    Throwable other = copy;
    for (int depth = 0; one != null && other != null; depth++) {
      if (depth > DEPTH_MAX
          || one.getClass() != other.getClass()
          || !Objects.equals(one.getMessage(), other.getMessage())
          || !Arrays.equals(one.getStackTrace(), other.getStackTrace())
          || new SameValue(new JsonMapper(), false).ofThrowable(one, other) != null
          || !isSame(one.getSuppressed(), other.getSuppressed())) {
        return false;
      }
      one = one.getCause();
      other = other.getCause();
    }
    return one == other;
  }

  private static boolean isSame(Throwable[] originals, Throwable[] copies) {
    if (originals.length != copies.length) {
      return false;
    }
    for (int i = 0; i < originals.length; i++) {
      if (!isSame(originals[i], copies[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes a {@link NullPointerException} with the message that the JVM makes up when it is asked:
   * serialisation loses it.
   */
  private static final class Output extends ObjectOutputStream {
    Output(OutputStream out) throws IOException {
      super(out);
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (object.getClass() != NullPointerException.class) {
        return object;
      }
      NullPointerException thrown = (NullPointerException) object;
      NullPointerException told = new NullPointerException(thrown.getMessage());
      if (thrown.getCause() != null) {
        told.initCause(thrown.getCause());
      }
      for (Throwable suppressed : thrown.getSuppressed()) {
        told.addSuppressed(suppressed);
      }
      told.setStackTrace(thrown.getStackTrace());
      return told;
    }
  }

  private static final class Input extends ObjectInputStream {
    Input(InputStream in) throws IOException {
      super(in);
      setObjectInputFilter(new Filter());
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass stream)
        throws IOException, ClassNotFoundException {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      if (loader != null) {
        try {
          return Class.forName(stream.getName(), false, loader);
        } catch (ClassNotFoundException e) {
          return super.resolveClass(stream);
        }
      }
      return super.resolveClass(stream);
    }
  }

  /** Confined to one stream: it learns the packages of the exceptions as they come. */
  private static final class Filter implements ObjectInputFilter {
    private final Set<String> packages = new HashSet<>();

    @Override
    public Status checkInput(FilterInfo info) {
      if (info.depth() > DEPTH_MAX
          || info.references() > OBJECTS_MAX
          || info.streamBytes() > BYTES_MAX
          || info.arrayLength() > ARRAY_LENGTH_MAX) {
        return Status.REJECTED;
      }
      Class<?> type = info.serialClass();
      if (type == null) {
        return Status.UNDECIDED;
      }
      while (type.isArray()) {
        type = type.getComponentType();
      }
      if (Throwable.class.isAssignableFrom(type)) {
        packages.add(type.getPackageName());
        return Status.ALLOWED;
      }
      boolean allowed =
          !Proxy.isProxyClass(type)
              && (type.isPrimitive()
                  || type.isRecord()
                  || Enum.class.isAssignableFrom(type)
                  || VALUE_PACKAGES.contains(type.getPackageName())
                  || VALUE_CLASSES.contains(type.getName())
                  || packages.contains(type.getPackageName()));
      return allowed ? Status.ALLOWED : Status.REJECTED;
    }
  }
}
