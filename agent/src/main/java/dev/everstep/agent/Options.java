package dev.everstep.agent;

import dev.everstep.catalogue.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind {@code -javaagent:everstep-agent.jar=}: {@code forbid}, or {@code
 * mode=forbid,allow=a.B#c;a.D,skip=com.acme.;org.acme.,severity.order=off,rules=guard.txt}.
 *
 * @param mode what happens to calls that the catalogue forbids
 * @param allow calls that are fine: as reports name them, overloads and member may be left off
 * @param skip prefixes of binary names whose classes are not looked into
 * @param applications prefixes whose classes' statics are watched, beside those that are found
 * @param severity what happens to the calls of a group, in place of what the rules say
 * @param rules a file in the form of the catalogue; null for the default one, if it is there
 */
record Options(
    Mode mode,
    List<String> allow,
    List<String> skip,
    List<String> applications,
    Map<String, Severity> severity,
    @Nullable String rules) {

  /** What happens to calls that the catalogue forbids. */
  enum Mode {
    FORBID,
    WARN,
    OFF
  }

  /** What happens to a call. */
  enum Severity {
    FORBID,
    WARN,
    OFF
  }

  /**
   * What a worker has and no body calls by itself, in so many classes that looking into them costs
   * start-up. Files, sockets, processes and threads are guarded inside the JDK all the same.
   */
  private static final List<String> SKIP =
      List.of(
          "org.springframework.",
          "org.hibernate.",
          "org.apache.tomcat.",
          "org.apache.catalina.",
          "org.apache.coyote.",
          "org.eclipse.jetty.",
          "io.undertow.",
          "io.netty.",
          "org.jboss.",
          "org.wildfly.",
          "org.postgresql.",
          "com.mysql.",
          "org.mariadb.",
          "org.h2.",
          "oracle.jdbc.",
          "com.microsoft.sqlserver.",
          "com.zaxxer.hikari.",
          "org.apache.kafka.",
          "net.bytebuddy.",
          "org.mockito.",
          "org.junit.",
          "org.apache.maven.",
          "org.gradle.",
          "com.intellij.");

  /** Commas, apart from those in the arguments of a call. */
  private static final Pattern BETWEEN = Pattern.compile(",(?![^(]*\\))");

  /** Reads the text; an empty one means {@code forbid}. */
  static Options parse(@Nullable String text) {
    Mode mode = Mode.FORBID;
    List<String> allow = new ArrayList<>();
    List<String> skip = new ArrayList<>(SKIP);
    List<String> applications = new ArrayList<>();
    Map<String, Severity> severity = new HashMap<>();
    String rules = null;
    for (String part : text == null || text.isBlank() ? new String[0] : BETWEEN.split(text)) {
      int sign = part.indexOf('=');
      String name = sign < 0 ? "mode" : part.substring(0, sign).strip();
      String value = part.substring(sign + 1).strip();
      switch (name) {
        case "mode" -> mode = one(Mode.class, name, value);
        case "allow" -> allow.addAll(each(value));
        case "skip" -> skip.addAll(each(value));
        case "look" -> each(value).forEach(prefix -> look(skip, prefix));
        case "app" -> applications.addAll(each(value));
        case "rules" -> rules = value;
        default -> {
          if (!name.startsWith("severity.")) {
            throw new IllegalArgumentException(
                "no option "
                    + name
                    + "; there are mode, allow, skip, look, app, rules and severity.<group>");
          }
          severity.put(name.substring("severity.".length()), one(Severity.class, name, value));
        }
      }
    }
    return new Options(mode, allow, skip, applications, severity, rules);
  }

  /** Returns the parts; of nothing, as of a variable that is not set, none. */
  private static List<String> each(String value) {
    return Stream.of(value.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private static void look(List<String> skip, String prefix) {
    skip.removeIf(each -> each.startsWith(prefix) || prefix.startsWith(each));
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(name + "=" + value + " is none of forbid, warn, off");
  }

  /** Returns what happens to the calls of a rule. */
  Severity severity(Rule rule) {
    for (String call : allow) {
      if (names(call, rule.api())) {
        return Severity.OFF;
      }
    }
    Severity set = severity.get(rule.group());
    if (set == null) {
      set =
          switch (rule.verdict()) {
            case FORBID, REPLACE -> Severity.FORBID;
            case WARN -> Severity.WARN;
            case ALLOW, EXEMPT -> Severity.OFF;
          };
    } else if (!rule.verdict().forbids() && rule.verdict() != dev.everstep.catalogue.Verdict.WARN) {
      return Severity.OFF;
    }
    return set == Severity.FORBID && mode == Mode.WARN ? Severity.WARN : set;
  }

  /** Returns whether a call is fine, as reports name it. */
  boolean allows(String call) {
    for (String each : allow) {
      if (names(each, call)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses severities of groups that there are not.
   *
   * @param groups those that there are
   */
  void require(SortedSet<String> groups) {
    for (String each : severity.keySet()) {
      if (!groups.contains(each)) {
        throw new IllegalArgumentException(
            "severity." + each + ": there is no such group of calls; there are " + groups);
      }
    }
  }

  /** Returns whether someone means a call: as it is written, or without overload or member. */
  static boolean names(String meant, String call) {
    String api = plain(call);
    String named = plain(meant);
    return api.equals(named) || api.startsWith(named + "(") || api.startsWith(named + "#");
  }

  /** Returns a call whose arguments of java.lang are without it, as some reports write them. */
  private static String plain(String call) {
    int open = call.indexOf('(');
    return open < 0
        ? call
        : call.substring(0, open) + call.substring(open).replace("java.lang.", "");
  }
}
