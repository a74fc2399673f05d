package dev.everstep.acceptance.docs;

import dev.everstep.annotations.Function;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The links of a small web of pages. */
public class Links {
  private static final Map<String, List<String>> PAGES =
      Map.of(
          "a", List.of("b", "c"), "b", List.of("a", "d"), "c", List.of("missing"), "d", List.of());

  @Function
  public static List<String> of(String url) throws IOException {
    List<String> links = PAGES.get(url);
    if (links == null) {
      throw new FileNotFoundException(url);
    }
    return links;
  }
}
