package dev.everstep.processor.origin;

import dev.everstep.processor.identity.Fingerprints;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the durable methods of a class do: the fingerprint of all their segments, and of those of
 * the durable methods that they call in turn.
 */
public final class Callees {
  private final Map<String, String> own = new HashMap<>();
  private final Map<String, Set<String>> called = new TreeMap<>();

  /**
   * Adds a method.
   *
   * @param members what the names of the file's plain members stand for
   */
  public void add(Body body, Flow flow, Fingerprints fingerprints, Map<String, String> members) {
    String name = body.method().toString();
    StringBuilder text = new StringBuilder(fingerprints.entry());
    fingerprints.segments().forEach(segment -> text.append(' ').append(segment));
    Map<String, String> meanings = LocalMembers.of(body, members);
    Set<String> named = new TreeSet<>();
    for (Block block : flow.blocks()) {
      PartText.of(block.codes(), meanings).text().lines().skip(1).forEach(named::add);
    }
    named.forEach(one -> text.append('\n').append(one));
    own.put(name, text.toString());
    Set<String> calls = new HashSet<>();
    for (Site site : body.sites()) {
      if (site.call() instanceof Site.Helper helper) {
        calls.add(helper.method().toString());
      }
    }
    called.put(name, calls);
  }

  /** Returns the fingerprints, by {@code Class.storedName}. */
  public Map<String, String> all() {
    Map<String, String> all = new HashMap<>();
    called.keySet().forEach(name -> all.put(name, fingerprint(name)));
    return all;
  }

  private String fingerprint(String name) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(name));
    while (!open.isEmpty()) {
      String one = open.pop();
      if (own.containsKey(one) && reached.add(own.get(one))) {
        open.addAll(called.get(one));
      }
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((own.get(name) + reached).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
