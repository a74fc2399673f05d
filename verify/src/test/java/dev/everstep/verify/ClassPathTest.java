package dev.everstep.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jars, class files of other compilers, and what is kept of them between checks. */
class ClassPathTest {
  private static final String FLOW =
      """
      @Durable public class Flow {
        public static Object run(WorkflowContext ctx) {
          return lib.Tools.id() + lib.Tools.upper("a") + lib.Deep.start();
        }
      }
      """;
  private static final String TOOLS =
      """
      public class Tools {
        public static String id() { return UUID.randomUUID().toString(); }
        public static String upper(String text) { return text.toUpperCase(); }
      }
      """;
  private static final String DEEP =
      """
      public class Deep {
        public static Object start() { return inner(); }
        static Object inner() {
          System.getProperty("a");
          "a".toUpperCase();
          new java.util.concurrent.locks.ReentrantLock().lock();
          System.out.println();
          return System.nanoTime();
        }
      }
      """;
  private static final String[] FOUND = {
    "forbid java.util.UUID#randomUUID() app.Flow.run:3 > lib.Tools.id:2",
    "warn java.lang.String#toUpperCase() app.Flow.run:3 > lib.Tools.upper:3",
    "warn java.lang.System#getProperty(String) app.Flow.run:3 > lib.Deep.start:2 >"
        + " lib.Deep.inner:4",
    "forbid java.lang.System#nanoTime() app.Flow.run:3 > lib.Deep.start:2 > lib.Deep.inner:8"
  };

  @TempDir Path directory;

  private Path library() throws IOException {
    Path classes =
        new Sources(directory.resolve("lib")).add("lib", TOOLS).add("lib", DEEP).compile();
    return jar(classes, "lib.jar");
  }

  private Path jar(Path classes, String name) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, out);
      }
    }
    return jar;
  }

  private Request request(Path library) {
    return new Sources(directory.resolve("app")).add(FLOW).with(library).request();
  }

  @Test
  void looksIntoJarsAndJudgesTheirDepthsMilder() throws IOException {
    Report report = Determinism.check(request(library()));

    assertThat(Sources.lines(report)).containsExactlyInAnyOrder(FOUND);
    assertThat(report.findings().get(0).lastOfProject().toString())
        .isEqualTo("app.Flow.run(Flow.java:4)");
  }

  @Test
  void keepsSummariesOfJars() throws IOException {
    Request request = request(library()).withCache(directory.resolve("cache"));

    Report first = Determinism.check(request);
    Report second = Determinism.check(request);

    assertThat(first.counts().classesCached()).isZero();
    assertThat(second.counts().classesCached()).isEqualTo(2);
    assertThat(second.counts().classesRead()).isEqualTo(first.counts().classesRead() - 2);
    assertThat(second.findings()).isEqualTo(first.findings());
    assertThat(Sources.lines(second)).containsExactlyInAnyOrder(FOUND);
  }

  @Test
  void readsAJarAnewWhenItsContentChanges() throws IOException {
    Path cache = directory.resolve("cache");
    Determinism.check(request(library()).withCache(cache));
    Path classes =
        new Sources(directory.resolve("lib"))
            .add("lib", TOOLS.replace("UUID.randomUUID().toString()", "\"fixed\""))
            .add("lib", DEEP)
            .compile();

    Report report = Determinism.check(request(jar(classes, "lib.jar")).withCache(cache));

    assertThat(report.counts().classesCached()).isZero();
    assertThat(Sources.lines(report)).hasSize(3).noneMatch(line -> line.contains("UUID"));
  }

  @Test
  void ignoresABrokenCache() throws IOException {
    Path cache = directory.resolve("cache");
    Request request = request(library()).withCache(cache);
    Determinism.check(request);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(cache)) {
      files.addAll(found.toList());
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int at = 0; at < bytes.length; at += 331) {
        byte[] broken = bytes.clone();
        broken[at] ^= 4;
        Files.write(file, broken);
        assertThat(Sources.lines(Determinism.check(request)))
            .as("byte %s", at)
            .containsExactlyInAnyOrder(FOUND);
      }
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(Sources.lines(Determinism.check(request))).containsExactlyInAnyOrder(FOUND);
      Files.write(file, new byte[0]);
      assertThat(Sources.lines(Determinism.check(request))).containsExactlyInAnyOrder(FOUND);
    }
  }

  @Test
  void doesWithoutACacheThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "no directory");

    assertThat(Sources.lines(Determinism.check(request(library()).withCache(file))))
        .containsExactlyInAnyOrder(FOUND);
  }

  @Test
  void reportsAClassThatCannotBeReadAndChecksTheRest() throws IOException {
    Path classes =
        new Sources(directory.resolve("lib")).add("lib", TOOLS).add("lib", DEEP).compile();
    Path good = jar(classes, "good.jar");
    byte[] bytes = Files.readAllBytes(classes.resolve("lib/Deep.class"));
    Files.write(classes.resolve("lib/Deep.class"), Arrays.copyOf(bytes, 40));
    Path library = jar(classes, "broken.jar");
    Path app = new Sources(directory.resolve("app")).add(FLOW).with(good).compile();

    Report report = Determinism.check(Request.of(List.of(app)).withClassPath(List.of(library)));

    assertThat(Sources.lines(report)).containsExactlyInAnyOrder(FOUND[0], FOUND[1]);
    assertThat(report.notices(VerifyCode.ES624))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.what())
                    .startsWith(
                        "a class file cannot be read, and what it calls is not checked: file="
                            + library
                            + "!/lib/Deep.class, reason="));
    assertThat(report.fails(FailOn.WARN)).isTrue();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void endsThoughClassesAreEachOthersSuperclasses() throws IOException {
    Path other =
        new Sources(directory.resolve("other"))
            .add("lib", "public class Base extends Tools {}")
            .add("lib", TOOLS)
            .compile();
    Path classes =
        new Sources(directory.resolve("lib"))
            .add("lib", "public class Base {}")
            .add("lib", "public class Tools extends Base { public Tools() {} }")
            .compile();
    String flow =
        """
        @Durable public class Flow {
          public static Object run(WorkflowContext ctx) {
            return new lib.Tools().hashCode() + System.nanoTime();
          }
        }
        """;
    Path app = new Sources(directory.resolve("app")).add(flow).with(classes).compile();
    Files.copy(
        other.resolve("lib/Base.class"),
        classes.resolve("lib/Base.class"),
        StandardCopyOption.REPLACE_EXISTING);

    Report report = Determinism.check(Request.of(List.of(app)).withClassPath(List.of(classes)));

    assertThat(Sources.lines(report)).contains("forbid java.lang.System#nanoTime() app.Flow.run:3");
  }

  @Test
  void readsClassFilesOfNewerJdks() throws IOException {
    Path classes =
        new Sources(directory.resolve("lib")).add("lib", TOOLS).add("lib", DEEP).compile();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 99;
        Files.write(file, bytes);
      }
    }
    Path newer = jar(classes, "newer.jar");
    Path older = directory.resolve("older");
    new Sources(older).add("lib", TOOLS).add("lib", DEEP).compile();
    Path app = new Sources(directory.resolve("app")).add(FLOW).with(older).compile();

    Report report = Determinism.check(Request.of(List.of(app)).withClassPath(List.of(newer)));

    assertThat(Sources.lines(report)).containsExactlyInAnyOrder(FOUND);
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void leavesOutWhatIsMissingAndReportsWhatIsNoArchive() throws IOException {
    Path text = Files.writeString(directory.resolve("readme.txt"), "no archive");
    Request request = request(library());
    List<Path> path = new ArrayList<>(request.classPath());
    path.add(directory.resolve("missing.jar"));
    path.add(text);

    Report report = Determinism.check(request.withClassPath(path));

    assertThat(Sources.lines(report)).containsExactlyInAnyOrder(FOUND);
    assertThat(report.notices(VerifyCode.ES624)).hasSize(1);
  }

  /** The journal brings Kotlin's standard library along. */
  @Test
  void looksIntoKotlin() {
    List<String> found =
        Sources.lines(
            new Sources(directory)
                .add(
                    """
                    @Durable public class Flow {
                      public static Object run(WorkflowContext ctx, List<String> in) {
                        List<String> sorted = kotlin.collections.CollectionsKt.sorted(in);
                        return kotlin.collections.CollectionsKt.shuffled(sorted);
                      }
                    }
                    """)
                .check());

    assertThat(found)
        .singleElement()
        .asString()
        .startsWith(
            "forbid java.util.Collections#shuffle(java.util.List) app.Flow.run:4 > kotlin.");
  }
}
