package dev.everstep.journal.embedded;

import dev.everstep.Retention;
import dev.everstep.RunId;
import dev.everstep.journal.RunQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the finished runs that retention no longer keeps. Walks over an index, never over heads or
 * entries. Confined to one thread.
 */
final class Retirement {
  private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
  private static final int PAGE = 1000;

  private final Retention retention;
  private final Clock clock;
  private final Views views;
  private final Errors errors;
  private final Function<List<RunId>, CompletableFuture<Void>> drop;
  private volatile boolean stopped;

  /**
   * @param drop drops those of the runs that are finished; completes when readers see it
   */
  Retirement(
      Retention retention,
      Clock clock,
      Views views,
      Errors errors,
      Function<List<RunId>, CompletableFuture<Void>> drop) {
    this.retention = retention;
    this.clock = clock;
    this.views = views;
    this.errors = errors;
    this.drop = drop;
  }

  /** Goes over all finished runs once; returns how many were to be dropped. */
  long pass() {
    if (retention.isForever()) {
      return 0;
    }
    Duration age = retention.age();
    long oldest = age == null ? Long.MIN_VALUE : clock.instant().minus(age).toEpochMilli();
    Long count = retention.count();
    long kept = 0;
    long dropped = 0;
    List<RunId> page = new ArrayList<>();
    Listing listing = new Listing(views.get(), RunQuery.newest(1), errors);
    while (listing.position() != null && !stopped) {
      if (listing.status().isFinished()) {
        boolean tooMany = count != null && kept >= count;
        if (tooMany || listing.updatedAt() < oldest) {
          page.add(listing.position().run());
          dropped++;
        } else {
          kept++;
        }
      }
      if (page.size() == PAGE) {
        drop(page);
      }
      listing.advance();
    }
    drop(page);
    if (dropped > 0) {
      LOG.debug("dropped {} finished runs, kept {}", dropped, kept);
    }
    return dropped;
  }

  private void drop(List<RunId> page) {
    if (!page.isEmpty()) {
      drop.apply(List.copyOf(page)).join();
      page.clear();
    }
  }

  /** Makes a pass that is under way end. */
  void stop() {
    stopped = true;
  }
}
