package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.SystemProperties;
import org.apache.commons.lang3.time.DateFormatUtils;

/** Bodies that differ from one worker to the next. */
@Durable
@Group("env")
public final class EnvProbes {
  private EnvProbes() {}

  @Probe(call = "java.lang.System#getenv")
  public static String variable(WorkflowContext ctx) {
    return System.getenv("HOME");
  }

  @Probe(call = "java.lang.System#getProperty")
  public static String property(WorkflowContext ctx) {
    return System.getProperty("user.name");
  }

  @Probe(call = "java.lang.System#setProperty", changesResult = false)
  public static void sets(WorkflowContext ctx) {
    System.setProperty("everstep.probes.seen", "true");
  }

  @Probe(call = "java.lang.Integer#getInteger")
  public static int limit(WorkflowContext ctx) {
    return Integer.getInteger("orders.limit", 100);
  }

  @Probe(call = "java.util.Locale#getDefault")
  public static String language(WorkflowContext ctx) {
    return Locale.getDefault().getLanguage();
  }

  @Probe(call = "java.util.TimeZone#getDefault")
  public static String timeZone(WorkflowContext ctx) {
    return TimeZone.getDefault().getID();
  }

  @Probe(call = "java.time.ZoneId#systemDefault")
  public static LocalDate dateHere(WorkflowContext ctx) {
    return LocalDate.ofInstant(ctx.now(), ZoneId.systemDefault());
  }

  @Probe(call = "java.nio.charset.Charset#defaultCharset")
  public static String charset(WorkflowContext ctx) {
    return Charset.defaultCharset().name();
  }

  @Probe(call = "java.lang.String#format")
  public static String format(WorkflowContext ctx) {
    return String.format("%,d", 1_234_567);
  }

  @Probe(call = "java.lang.String#toUpperCase")
  public static String upperCase(WorkflowContext ctx) {
    return "title".toUpperCase();
  }

  @Probe(call = "java.lang.System#lineSeparator")
  public static String lines(WorkflowContext ctx) {
    return String.join(System.lineSeparator(), "a", "b");
  }

  @Probe(call = "java.text.NumberFormat#getInstance")
  public static String number(WorkflowContext ctx) {
    return NumberFormat.getInstance().format(1234.5);
  }

  @Probe(call = "java.time.format.DateTimeFormatter#ofPattern")
  public static String weekday(WorkflowContext ctx) {
    return DateTimeFormatter.ofPattern("EEEE").format(LocalDate.of(2026, 3, 1));
  }

  @Probe(call = "java.text.MessageFormat#format")
  public static String message(WorkflowContext ctx) {
    return MessageFormat.format("{0} orders", 1_234_567);
  }

  @Probe(call = "java.io.InputStreamReader#<init>")
  public static int decoded(WorkflowContext ctx) throws IOException {
    return new InputStreamReader(new ByteArrayInputStream(new byte[] {-61, -92})).read();
  }

  @Probe(call = "java.lang.System#getenv", by = Way.HELPER)
  public static boolean feature(WorkflowContext ctx) {
    return Settings.isOn("NEW_PRICES");
  }

  @Probe(call = "java.lang.String#toLowerCase", by = Way.LAMBDA)
  public static List<String> lowerCase(WorkflowContext ctx) {
    return Stream.of("TITLE", "ID").map(name -> name.toLowerCase()).toList();
  }

  @Probe(call = "java.lang.String#toUpperCase", by = Way.METHOD_REFERENCE)
  public static List<String> reference(WorkflowContext ctx) {
    return Stream.of("title", "id").map(String::toUpperCase).toList();
  }

  @Probe(call = "java.lang.System#getProperty", by = Way.METHOD_REFERENCE)
  public static String getter(WorkflowContext ctx) {
    UnaryOperator<String> settings = System::getProperty;
    return settings.apply("user.dir");
  }

  @Probe(call = "java.lang.System#getProperty", by = Way.INTERFACE)
  public static String throughInterface(WorkflowContext ctx) {
    Settings settings = new Settings.OfTheProcess();
    return settings.get("user.name");
  }

  @Probe(call = "java.util.Locale#getDefault", by = Way.STATIC_INITIALISER)
  public static String localeOfTheClass(WorkflowContext ctx) {
    return Settings.Here.LOCALE.getLanguage();
  }

  @Probe(call = "java.lang.System#getenv", by = Way.REFLECTION)
  public static String reflected(WorkflowContext ctx) throws Exception {
    return (String) System.class.getMethod("getenv", String.class).invoke(null, "HOME");
  }

  @Probe(call = "java.lang.System#getProperty", by = Way.METHOD_HANDLE)
  public static String handled(WorkflowContext ctx) throws Throwable {
    return (String)
        MethodHandles.lookup()
            .findStatic(
                System.class, "getProperty", MethodType.methodType(String.class, String.class))
            .invoke("user.name");
  }

  @Probe(call = "java.lang.String#toUpperCase", by = Way.LIBRARY)
  public static String commonsUpperCase(WorkflowContext ctx) {
    return StringUtils.upperCase("title");
  }

  @Probe(call = "java.lang.System#getProperty", by = Way.LIBRARY)
  public static String commonsProperty(WorkflowContext ctx) {
    return SystemProperties.getUserName();
  }

  @Probe(call = "java.util.TimeZone#getDefault", by = Way.LIBRARY)
  public static String commonsDate(WorkflowContext ctx) {
    return DateFormatUtils.format(0L, "yyyy-MM-dd HH:mm");
  }
}
