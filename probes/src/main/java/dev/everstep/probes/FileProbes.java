package dev.everstep.probes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.CharSource;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.helpers.DefaultHandler;

/** Bodies that look at the disk. */
@Durable
@Group("file")
public final class FileProbes {
  private FileProbes() {}

  @Probe(call = "java.nio.file.Files#*")
  public static String text(WorkflowContext ctx) throws IOException {
    return Files.readString(Disk.FILE);
  }

  @Probe(call = "java.nio.file.Files#*", changesResult = false)
  public static void write(WorkflowContext ctx) throws IOException {
    Files.writeString(Disk.FILE, "<orders/>");
  }

  @Probe(call = "java.io.File#exists")
  public static boolean exists(WorkflowContext ctx) {
    return new File("/var/run/maintenance").exists();
  }

  @Probe(call = "java.io.File#listFiles")
  public static int listed(WorkflowContext ctx) {
    File[] files = Disk.FOLDER.listFiles();
    return files == null ? 0 : files.length;
  }

  @Probe(call = "java.io.File#createTempFile")
  public static String temporary(WorkflowContext ctx) throws IOException {
    File file = File.createTempFile("probe", null, Disk.FOLDER);
    file.deleteOnExit();
    return file.getName();
  }

  @Probe(call = "java.io.FileInputStream#<init>")
  public static int stream(WorkflowContext ctx) throws IOException {
    try (InputStream in = new FileInputStream(Disk.FILE.toFile())) {
      return in.read();
    }
  }

  @Probe(call = "java.io.FileReader#<init>")
  public static int reader(WorkflowContext ctx) throws IOException {
    try (FileReader in = new FileReader(Disk.FILE.toFile(), StandardCharsets.UTF_8)) {
      return in.read();
    }
  }

  @Probe(call = "java.io.PrintWriter#<init>", changesResult = false)
  public static void printed(WorkflowContext ctx) throws IOException {
    try (PrintWriter out = new PrintWriter(Disk.scratch())) {
      out.write("done");
    }
  }

  @Probe(call = "java.io.RandomAccessFile#<init>")
  public static long length(WorkflowContext ctx) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(Disk.FILE.toFile(), "r")) {
      return file.length();
    }
  }

  @Probe(call = "java.nio.channels.FileChannel#open")
  public static long channel(WorkflowContext ctx) throws IOException {
    try (FileChannel channel = FileChannel.open(Disk.FILE)) {
      return channel.size();
    }
  }

  @Probe(call = "java.lang.Class#getResourceAsStream", changesResult = false)
  public static int resource(WorkflowContext ctx) throws IOException {
    try (InputStream in = FileProbes.class.getResourceAsStream("prices.properties")) {
      return in == null ? -1 : in.read();
    }
  }

  @Probe(call = "java.nio.file.Path#toAbsolutePath")
  public static String absolute(WorkflowContext ctx) {
    return Path.of("orders").toAbsolutePath().toString();
  }

  @Probe(call = "java.nio.file.Files#*", by = Way.HELPER)
  public static boolean helper(WorkflowContext ctx) {
    return new Disk.Inbox(Disk.FILE).hasMail();
  }

  @Probe(call = "java.io.FileInputStream#<init>", by = Way.HELPER)
  public static int openedElsewhere(WorkflowContext ctx) throws IOException {
    try (InputStream in = Disk.open()) {
      return in.read();
    }
  }

  @Probe(call = "java.io.File#length", by = Way.LAMBDA)
  public static long lambda(WorkflowContext ctx) {
    return Stream.of(Disk.FILE).mapToLong(path -> path.toFile().length()).sum();
  }

  @Probe(call = "java.nio.file.Files#*", by = Way.METHOD_REFERENCE)
  public static long reference(WorkflowContext ctx) {
    return Stream.of(Disk.FILE, Path.of("/var/run/maintenance")).filter(Files::exists).count();
  }

  @Probe(call = "java.nio.file.Files#*", by = Way.INTERFACE)
  public static String throughInterface(WorkflowContext ctx) throws IOException {
    Disk.Store store = new Disk.Folder();
    return store.load("orders");
  }

  @Probe(call = "java.nio.file.Files#*", by = Way.STATIC_INITIALISER)
  public static boolean checkOfTheClass(WorkflowContext ctx) {
    return Disk.IS_THERE.test(Disk.FILE);
  }

  @Probe(call = "java.nio.file.Files#*", by = Way.REFLECTION)
  public static boolean reflected(WorkflowContext ctx) throws Exception {
    return (boolean)
        Files.class
            .getMethod("exists", Path.class, LinkOption[].class)
            .invoke(null, Disk.FILE, new LinkOption[0]);
  }

  @Probe(call = "java.io.FileInputStream#<init>", by = Way.JDK)
  public static void parsed(WorkflowContext ctx) throws Exception {
    SAXParserFactory.newInstance().newSAXParser().parse(Disk.FILE.toFile(), new DefaultHandler());
  }

  @Probe(call = "java.io.FileInputStream#<init>", by = Way.LIBRARY)
  public static String jackson(WorkflowContext ctx) throws IOException {
    return new ObjectMapper().readTree(Disk.json()).toString();
  }

  @Probe(call = "java.nio.file.Files#*", by = Way.LIBRARY)
  public static String guava(WorkflowContext ctx) throws IOException {
    CharSource source =
        com.google.common.io.MoreFiles.asCharSource(Disk.FILE, StandardCharsets.UTF_8);
    return source.read();
  }
}
