package dev.everstep.journal.embedded;

import dev.everstep.RunId;
import dev.everstep.journal.Head;
import dev.everstep.journal.Transition;
import java.util.List;

/** Puts what the log holds into the tail, run by run without gaps. Confined to one thread. */
final class Replay implements Recovery.Runs {
  private final Views views;
  private final LiveRuns live;
  private final Quarantine quarantine;
  private final Queries queries;

  Replay(Views views, LiveRuns live, Quarantine quarantine, Queries queries) {
    this.views = views;
    this.live = live;
    this.quarantine = quarantine;
    this.queries = queries;
  }

  @Override
  public boolean add(Transition transition, long lsn) {
    RunId run = transition.run();
    if (quarantine.reason(run) != null) {
      return true; // it stays as it was before the damage
    }
    LiveRun now = live.get(run);
    if (now != null) {
      if (transition.firstSeq() != now.seq() + 1) {
        return false;
      }
    } else {
      Head head = queries.head(run);
      if (transition.firstSeq() != 0) {
        return false;
      }
      if (head != null) {
        // It was dropped and started anew, and no table has the former yet.
        views.get().tail().drop(run, true);
      }
    }
    views.get().tail().add(transition, Records.transitionBytes(transition));
    live.put(LiveRun.of(transition.head()));
    return true;
  }

  @Override
  public List<RunId> unfinished() {
    return live.all().stream().map(LiveRun::run).toList();
  }

  @Override
  public void quarantine(RunId run, String reason) {
    quarantine.add(run, reason);
    live.remove(run);
  }
}
