package dev.everstep.processor.identity;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds the points of a baseline in the new source. Only points of one name can be the same. Among
 * those the strongest of the {@link #SIGNS} decides; among pairs with the same sign, the place
 * among all points does, and then the order of the source.
 */
final class Matching {
  /**
   * From the strongest to the weakest: the same call, with a frame that the code behind it can go
   * on with; the same code behind it; the same name.
   */
  private static final List<BiPredicate<Traits, Traits>> SIGNS =
      List.of(
          (old, now) -> isCall(old, now) && isSegment(old, now) && now.fits(old),
          (old, now) -> isCall(old, now) && now.fits(old),
          (old, now) -> isCall(old, now) && isSegment(old, now),
          Matching::isCall,
          (old, now) -> isSegment(old, now) && now.fits(old),
          Matching::isSegment,
          (old, now) -> now.fits(old),
          (old, now) -> true);

  private final List<Traits> before;
  private final List<Traits> after;
  private final Map<Integer, Integer> matches = new LinkedHashMap<>();
  private final Set<Integer> taken = new HashSet<>();

  private Matching(List<Traits> before, List<Traits> after) {
    this.before = before;
    this.after = after;
  }

  private static boolean isCall(Traits old, Traits now) {
    return old.call().equals(now.call());
  }

  private static boolean isSegment(Traits old, Traits now) {
    return old.segment().equals(now.segment());
  }

  /**
   * Returns which point after is which point before, by their positions; points after that are not
   * in it are new.
   */
  static Map<Integer, Integer> of(List<Traits> before, List<Traits> after) {
    Matching matching = new Matching(before, after);
    Map<Integer, Integer> aligned = matching.align();
    for (BiPredicate<Traits, Traits> sign : SIGNS) {
      aligned.forEach((now, old) -> matching.match(now, old, sign));
      for (int now = 0; now < after.size(); now++) {
        for (int old = 0; old < before.size(); old++) {
          matching.match(now, old, sign);
        }
      }
    }
    return matching.matches;
  }

  private void match(int now, int old, BiPredicate<Traits, Traits> sign) {
    if (!matches.containsKey(now)
        && !taken.contains(old)
        && before.get(old).name().equals(after.get(now).name())
        && sign.test(before.get(old), after.get(now))) {
      matches.put(now, old);
      taken.add(old);
    }
  }

  /**
   * Returns the pairs of the best alignment of both sequences: the one in which most is the same
   * without a change of the order (a longest common subsequence, weighted by signs).
   */
  private Map<Integer, Integer> align() {
    int[][] best = new int[before.size() + 1][after.size() + 1];
    for (int old = before.size() - 1; old >= 0; old--) {
      for (int now = after.size() - 1; now >= 0; now--) {
        int weight = weight(old, now);
        int skip = Math.max(best[old + 1][now], best[old][now + 1]);
        best[old][now] = weight == 0 ? skip : Math.max(skip, weight + best[old + 1][now + 1]);
      }
    }
    Map<Integer, Integer> pairs = new LinkedHashMap<>();
    int old = 0;
    int now = 0;
    while (old < before.size() && now < after.size()) {
      int weight = weight(old, now);
      if (weight > 0 && best[old][now] == weight + best[old + 1][now + 1]) {
        pairs.put(now++, old++);
      } else if (best[old][now] == best[old + 1][now]) {
        old++;
      } else {
        now++;
      }
    }
    return pairs;
  }

  private int weight(int old, int now) {
    Traits was = before.get(old);
    Traits is = after.get(now);
    if (!was.name().equals(is.name())) {
      return 0;
    }
    return 1 + (isCall(was, is) ? 3 : 0) + (isSegment(was, is) ? 2 : 0) + (is.fits(was) ? 1 : 0);
  }
}
