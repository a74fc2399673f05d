package dev.everstep.agent;

import dev.everstep.catalogue.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** Reads the text; an empty one means {@code forbid}. */
  static Options parse(@Nullable String text) {
    Mode mode = Mode.FORBID;
    List<String> allow = new ArrayList<>();
    List<String> skip = new ArrayList<>(SKIP);
    List<String> applications = new ArrayList<>();
    Map<String, Severity> severity = new HashMap<>();
    String rules = null;
    for (String part : text == null || text.isBlank() ? new String[0] : text.split(",")) {
      int sign = part.indexOf('=');
      String name = sign < 0 ? "mode" : part.substring(0, sign).strip();
      String value = part.substring(sign + 1).strip();
      switch (name) {
        case "mode" -> mode = one(Mode.class, name, value);
        case "allow" -> allow.addAll(List.of(value.split(";")));
        case "skip" -> skip.addAll(List.of(value.split(";")));
        case "look" -> List.of(value.split(";")).forEach(prefix -> look(skip, prefix));
        case "app" -> applications.addAll(List.of(value.split(";")));
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
      if (names(call, rule)) {
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

  /** Returns whether someone means a rule's call: as reports name it, or without overload. */
  static boolean names(String call, Rule rule) {
    String api = rule.api();
    return api.equals(call) || api.startsWith(call + "(") || api.startsWith(call + "#");
  }
}
