package dev.everstep.upgrade;

import java.util.ArrayList;
import java.util.List;

/** Step graphs for tests, as the compiler would write them. */
final class Graphs {
  private final List<String> methods = new ArrayList<>();
  private final List<String> migrations = new ArrayList<>();
  private String types = "";

  static Graphs workflow() {
    return new Graphs();
  }

  /** Adds a method with the text of its points; the first is the entry. */
  Graphs method(String name, String parameters, String... points) {
    methods.add(
        "{\"name\":\"%s\",\"machine\":\"app.W$run\",\"line\":1,\"parameters\":[%s],\"result\":\"void\",\"segment\":\"s\",\"next\":[],\"points\":[%s],\"retired\":[]}"
            .formatted(name, values(parameters), String.join(",", points)));
    return this;
  }

  /** Adds a migration of the entry, {@code run}. */
  Graphs migration(String from, String to, boolean chained, String takes) {
    migrations.add(
        "{\"method\":\"run\",\"from\":\"%s\",\"to\":\"%s\",\"by\":\"moved\",%s\"takes\":[%s],\"gives\":[]}"
            .formatted(from, to, chained ? "\"chained\":true," : "", values(takes)));
    return this;
  }

  Graphs types(String json) {
    types = json;
    return this;
  }

  StepGraph graph() {
    return StepGraph.parse(text(), "W.json");
  }

  String text() {
    return "{\"format\":1,\"kind\":\"workflow\",\"workflow\":\"W\",\"class\":\"app.W\",\"machine\":\"app.W$run\",\"source\":\"W.java\",\"methods\":[%s],\"types\":{%s},\"migrations\":[%s]}"
        .formatted(String.join(",", methods), types, String.join(",", migrations));
  }

  /** Returns a step; {@code live} and {@code arguments} as {@code name:type@made}, with blanks. */
  static String step(String function, String arguments, String live) {
    return point("step:" + function, "step", live)
        .replace(
            "\"line\"",
            "\"function\":\"%s\",\"arguments\":[%s],\"result\":\"int\",\"line\""
                .formatted(function, values(arguments)));
  }

  static String sleep(String live) {
    return point("sleep", "sleep", live).replace("\"line\"", "\"made\":\"d\",\"line\"");
  }

  static String call(String callee, String live) {
    return point("call:" + callee.substring(0, callee.indexOf('(')), "call", live)
        .replace(
            "\"line\"",
            "\"callee\":{\"class\":\"app.W\",\"method\":\"%s\"},\"line\"".formatted(callee));
  }

  private static String point(String id, String kind, String live) {
    return "{\"id\":\"%s\",\"index\":1,\"kind\":\"%s\",\"line\":3,\"column\":5,\"call\":\"c\",\"way\":\"w\",\"live\":[%s],\"segment\":\"s\",\"next\":[\"end\"]}"
        .formatted(id, kind, values(live));
  }

  private static String values(String text) {
    List<String> all = new ArrayList<>();
    for (String one : text.isBlank() ? new String[0] : text.split(" ")) {
      String[] name = one.split("[:@]");
      all.add(
          "{\"name\":\"%s\",\"type\":\"%s\"%s}"
              .formatted(name[0], name[1], name.length > 2 ? ",\"made\":\"" + name[2] + "\"" : ""));
    }
    return String.join(",", all);
  }
}
