package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.StringReader;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Scanner;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are formatted, compared and taken apart. */
@Durable
public final class TextLookAlikes {
  private TextLookAlikes() {}

  @LookAlike(why = "an explicit locale")
  public static String format(WorkflowContext ctx) {
    return String.format(Locale.ROOT, "%05.2f|%,d|%s", 3.14159, 1_234_567, "order");
  }

  @LookAlike(why = "an explicit locale")
  public static String message(WorkflowContext ctx) {
    return new MessageFormat("{0} orders", Locale.ROOT).format(new Object[] {7});
  }

  @LookAlike(why = "explicit symbols")
  public static String decimal(WorkflowContext ctx) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(12.5);
  }

  @LookAlike(why = "matching depends on pattern and text alone")
  public static String matches(WorkflowContext ctx) {
    Matcher numbers = Pattern.compile("(\\w+)-(\\d+)").matcher("order-7");
    return numbers.matches() ? numbers.group(2) : "";
  }

  @LookAlike(why = "replacement with a lambda")
  public static String replaced(WorkflowContext ctx) {
    return Pattern.compile("\\d").matcher("a1b2").replaceAll(found -> "<" + found.group() + ">");
  }

  @LookAlike(why = "an explicit locale")
  public static String upperCase(WorkflowContext ctx) {
    return "title".toUpperCase(Locale.ROOT) + "ID".toLowerCase(Locale.ENGLISH);
  }

  @LookAlike(why = "a normal form of Unicode")
  public static String normalized(WorkflowContext ctx) {
    return Normalizer.normalize("u\u0308ber", Normalizer.Form.NFC);
  }

  @LookAlike(why = "an explicit locale")
  public static int collated(WorkflowContext ctx) {
    return Integer.signum(Collator.getInstance(Locale.GERMAN).compare("Apfel", "\u00c4pfel"));
  }

  @LookAlike(why = "a buffer that nobody else sees")
  public static String builder(WorkflowContext ctx) {
    StringBuilder text = new StringBuilder("a").append(1).append('b').insert(0, true).reverse();
    return text.append(new StringJoiner("|").add("x").add("y")).toString();
  }

  @LookAlike(why = "a constant over several lines")
  public static String block(WorkflowContext ctx) {
    return """
        {"order": %s}
        """
        .strip()
        .replace("%s", "7");
  }

  @LookAlike(why = "concatenation of strings and numbers")
  public static String concatenated(WorkflowContext ctx) {
    int number = 7;
    double price = 12.5;
    return "order " + number + " costs " + price + ", paid: " + true;
  }

  @LookAlike(why = "a text with an explicit locale is read")
  public static int scanned(WorkflowContext ctx) {
    Scanner scanner = new Scanner(new StringReader("7 8")).useLocale(Locale.ROOT);
    return scanner.nextInt() + scanner.nextInt();
  }

  @LookAlike(why = "texts of the deployment, in an explicit locale")
  public static String bundle(WorkflowContext ctx) {
    return ResourceBundle.getBundle("dev.everstep.probes.prices", Locale.ROOT).getString("apple");
  }

  @LookAlike(why = "splitting, joining, comparing")
  public static List<String> parts(WorkflowContext ctx) {
    return List.of("b,a,c".split(",")).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
  }

  @LookAlike(why = "a pattern that the class has compiled")
  public static boolean constantPattern(WorkflowContext ctx) {
    return Orders.NUMBER.matcher("order-7").find();
  }

  /** Where a project keeps its patterns. */
  static final class Orders {
    static final Pattern NUMBER = Pattern.compile("\\d+");

    private Orders() {}
  }
}
