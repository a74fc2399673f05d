package dev.everstep.processor.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code javap} is the judge of what a change does to class files of the JDK and of the compiler.
 */
class ClassLinesTest {
  private static final int CLASSES = 60;
  private static final Pattern ENTRY = Pattern.compile("line (\\d+): (\\d+)");

  @TempDir Path directory;

  /** Returns class files of the JDK at hand and of the compiler, the same ones each time. */
  private static List<byte[]> classes() throws IOException {
    List<Path> all = new ArrayList<>();
    Path java = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java");
    Path ours =
        Path.of(
            URI.create(
                ClassLines.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    for (Path root : List.of(java, ours)) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".class")).sorted().forEach(all::add);
      }
    }
    Random random = new Random(1);
    List<byte[]> chosen = new ArrayList<>();
    while (chosen.size() < CLASSES) {
      byte[] file = Files.readAllBytes(all.get(random.nextInt(all.size())));
      if (file.length < 30_000) {
        chosen.add(file);
      }
    }
    return chosen;
  }

  /** Reads the name of the source file by a way of its own: the only constant of that form. */
  private static String sourceFile(byte[] file) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      in.readLong();
      int count = in.readUnsignedShort();
      List<String> names = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        if (tag == 1) {
          String text = in.readUTF();
          if (text.endsWith(".java") && !text.contains(" ")) {
            names.add(text);
          }
        } else if (tag == 5 || tag == 6) {
          in.readLong();
          i++;
        } else {
          in.skipBytes(tag == 15 ? 3 : tag == 7 || tag == 8 || tag > 18 || tag == 16 ? 2 : 4);
        }
      }
      return names.size() == 1 ? names.get(0) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void changesTheFileAndTheLinesAndNothingElse() throws IOException {
    // Some lines vanish, some become the same, some move.
    IntUnaryOperator lines = line -> line % 5 == 0 ? 0 : line / 3 + 7;
    List<String> before = new ArrayList<>(List.of("-p", "-c", "-l"));
    List<String> after = new ArrayList<>(before);
    int i = 0;
    for (byte[] file : classes()) {
      byte[] changed = ClassLines.change(file, sourceFile(file), "Näme.java", lines);
      if (changed != null) {
        before.add(write("before", i, file));
        after.add(write("after", i++, changed));
      }
    }
    assertThat(i).isGreaterThan(CLASSES / 2);

    List<String> actual = javap(after).lines().toList();
    List<String> expected = expected(javap(before), lines).lines().toList();
    for (int line = 0; line < Math.min(actual.size(), expected.size()); line++) {
      assertThat(actual.get(line)).as("line %d of javap", line).isEqualTo(expected.get(line));
    }
    assertThat(actual).hasSameSizeAs(expected);
  }

  private String write(String kind, int number, byte[] file) throws IOException {
    Path to = directory.resolve(kind).resolve("C" + number + ".class");
    Files.createDirectories(to.getParent());
    return Files.write(to, file).toString();
  }

  private static String javap(List<String> arguments) {
    StringWriter out = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int status =
        javap.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    assertThat(status).as(out.toString()).isZero();
    return out.toString()
        .lines()
        .map(String::strip)
        .filter(line -> !line.startsWith("Warning: "))
        .collect(Collectors.joining("\n"));
  }

  /** What javap shows, with the change made to the text. */
  private static String expected(String before, IntUnaryOperator lines) {
    List<String> out = new ArrayList<>();
    List<int[]> table = null;
    for (String line : (before + "\n").split("\n", -1)) {
      Matcher entry = ENTRY.matcher(line.strip());
      if (line.strip().equals("LineNumberTable:")) {
        table = new ArrayList<>();
      } else if (table != null && entry.matches()) {
        int to = lines.applyAsInt(Integer.parseInt(entry.group(1)));
        table.add(new int[] {Integer.parseInt(entry.group(2)), to});
      } else {
        if (table != null) {
          table.sort(Comparator.comparingInt(one -> one[0]));
          List<String> entries = new ArrayList<>();
          int last = 0;
          for (int[] one : table) {
            if (one[1] != 0 && one[1] != last) {
              last = one[1];
              entries.add("line " + last + ": " + one[0]);
            }
          }
          if (!entries.isEmpty()) {
            out.add("LineNumberTable:");
            out.addAll(entries);
          }
          table = null;
        }
        out.add(line.strip().replaceFirst("^Compiled from \".*\"$", "Compiled from \"Näme.java\""));
      }
    }
    out.remove(out.size() - 1);
    return String.join("\n", out);
  }

  @Test
  void leavesAClassAloneThatNamesAnotherFile() throws IOException {
    byte[] file = ours();
    byte[] changed = ClassLines.change(file, "ClassLinesTest.java", "Other.java", line -> line);

    assertThat(changed).isNotNull();
    assertThat(ClassLines.change(changed, "ClassLinesTest.java", "Third.java", line -> line))
        .isNull();
  }

  @Test
  void theVirtualMachineAcceptsAChangedClass() throws Exception {
    byte[] changed =
        ClassLines.change(thrower(), "ClassLinesTest.java", "Other.java", line -> 4711);
    Class<?> type =
        new ClassLoader(ClassLinesTest.class.getClassLoader()) {
          Class<?> define() {
            return defineClass(null, changed, 0, changed.length);
          }
        }.define();

    StackTraceElement top = ((Throwable) type.getMethod("thrown").invoke(null)).getStackTrace()[0];

    assertThat(top.getFileName()).isEqualTo("Other.java");
    assertThat(top.getLineNumber()).isEqualTo(4711);
  }

  /** A class to change. */
  public static final class Thrower {
    private Thrower() {}

    /** Returns an exception that was made here. */
    public static Throwable thrown() {
      return new IllegalStateException();
    }
  }

  @Test
  void refusesWhatEndsTooEarly() throws IOException {
    byte[] file = thrower();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> ClassLines.change(cut, "ClassLinesTest.java", "O.java", x -> x))
          .as("length=" + length)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesOrChangesWhatIsDamaged() throws IOException {
    byte[] file = thrower();
    int refused = 0;
    for (int at = 0; at < file.length; at++) {
      for (int by : new int[] {0x01, 0x80, 0xFF}) {
        byte[] damaged = file.clone();
        damaged[at] ^= (byte) by;
        try {
          ClassLines.change(damaged, "ClassLinesTest.java", "Other.java", line -> line);
        } catch (IllegalArgumentException expected) {
          refused++;
        }
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] thrower() throws IOException {
    return read("ClassLinesTest$Thrower.class");
  }

  private static byte[] ours() throws IOException {
    return read("ClassLinesTest.class");
  }

  private static byte[] read(String name) throws IOException {
    try (var in = ClassLinesTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
