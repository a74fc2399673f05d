package dev.everstep.guarded;

import dev.everstep.annotations.Deterministic;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Runs one body in segments, and prints what becomes of it. */
public final class JudgedProcess {
  private static final String LATE = "JudgedProcess$Late.class";
  private static final String HIDDEN = "JudgedProcess$Hidden.class";

  private JudgedProcess() {}

  /** Makes the agent look for the supertypes of a class that nothing has loaded. */
  static final class Late {
    long now() {
      return Lateness.now();
    }
  }

  /** Has nothing to do with clocks. */
  static class Lateness {
    static long now() {
      return 1;
    }
  }

  /** Has a static method that looks like one of an interface of the JDK that it implements. */
  static final class Dice implements RandomGenerator {
    static Dice of(String name) {
      return new Dice();
    }

    @Override
    public long nextLong() {
      return 4;
    }

    @Override
    public String toString() {
      return "four";
    }
  }

  /** Is defined as a hidden class, before any segment. */
  static final class Hidden implements LongUnaryOperator {
    @Override
    public long applyAsLong(long how) {
      if (how == 0) {
        return System.nanoTime();
      }
      LongSupplier reference = System::currentTimeMillis;
      return reference.getAsLong();
    }
  }

  /** What runs in the segment. */
  static final class Bodies {
    private Bodies() {}

    static String defines(byte[] late) {
      try {
        return MethodHandles.lookup().defineClass(late).getSimpleName();
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    static String exists() {
      return String.valueOf(Files.exists(Path.of("no such file")));
    }

    @Deterministic(reason = "the file is never there", calls = "java.nio.file.Files#exists")
    static String trusts() {
      return exists();
    }

    @Deterministic(reason = " ")
    static String saysNothing() {
      return exists();
    }

    static String asks(LongUnaryOperator hidden, int how) {
      return hidden.applyAsLong(how) == 0 ? "never" : "free";
    }

    static String hides() {
      return Dice.of("own").toString();
    }

    static String parses() {
      try {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        InputSource text = new InputSource(new StringReader("<order/>"));
        return parser.parse(text).getDocumentElement().getTagName();
      } catch (ParserConfigurationException | SAXException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    static String holds(ReentrantLock lock) {
      lock.lock();
      return "held";
    }
  }

  /** Takes the name of a body, and how often it runs. */
  public static void main(String[] args) throws Exception {
    byte[] late = code(LATE);
    LongUnaryOperator hidden =
        (LongUnaryOperator)
            MethodHandles.lookup()
                .defineHiddenClass(code(HIDDEN), true)
                .lookupClass()
                .getDeclaredConstructor()
                .newInstance();
    ReentrantLock lock = new ReentrantLock();
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      String said =
          Segments.run(
              JudgedProcess.class,
              () ->
                  switch (args[0]) {
                    case "defines" -> Bodies.defines(late);
                    case "exists" -> Bodies.exists();
                    case "parses" -> Bodies.parses();
                    case "trusts" -> Bodies.trusts();
                    case "says nothing" -> Bodies.saysNothing();
                    case "hides" -> Bodies.hides();
                    case "asks" -> Bodies.asks(hidden, 0);
                    case "refers" -> Bodies.asks(hidden, 1);
                    case "holds" -> Bodies.holds(lock);
                    default -> throw new IllegalArgumentException(args[0]);
                  },
              warning -> System.err.println("warned of " + warning));
      System.out.println(said);
    }
  }

  private static byte[] code(String file) throws IOException {
    try (InputStream in = JudgedProcess.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IOException("no " + file);
      }
      return in.readAllBytes();
    }
  }
}
