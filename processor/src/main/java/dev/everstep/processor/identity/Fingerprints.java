package dev.everstep.processor.identity;

import dev.everstep.processor.live.Frame;
import dev.everstep.processor.lower.Block;
import dev.everstep.processor.lower.Flow;
import dev.everstep.processor.model.Body;
import dev.everstep.processor.model.Site;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Short hashes of a method's code, for tools to tell changed code from untouched, and points of one
 * name from each other. A call and the segments around it have no code in common, so that each
 * change shows in one place.
 *
 * @param entry of the segment from the entry
 * @param calls of each point's call as it is written: its arguments, or the code of an inline step,
 *     with the names of locals; in the order of the source
 * @param segments of the code behind each point up to the next ones, see {@link SegmentText}
 */
public record Fingerprints(String entry, List<String> calls, List<String> segments) {
  private static final int BYTES = 8;

  /** Copies the lists. */
  public Fingerprints {
    calls = List.copyOf(calls);
    segments = List.copyOf(segments);
  }

  /** Returns the fingerprints of a method. */
  public static Fingerprints of(Body body, Flow flow, Frame frame) {
    List<String> calls = new ArrayList<>();
    List<String> segments = new ArrayList<>();
    for (Site site : body.sites()) {
      calls.add(hash(site.text()));
      segments.add(
          flow.blocks().stream()
              .filter(block -> resumes(block, site))
              .findFirst()
              .map(block -> hash(SegmentText.of(flow, block, frame.live(site))))
              .orElseGet(() -> hash("")));
    }
    return new Fingerprints(
        hash(SegmentText.of(flow, flow.blocks().get(0), body.parameters())), calls, segments);
  }

  private static boolean resumes(Block block, Site site) {
    return block.resumes() != null && block.resumes().ordinal() == site.ordinal();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
