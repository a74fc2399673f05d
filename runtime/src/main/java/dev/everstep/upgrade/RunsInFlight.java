package dev.everstep.upgrade;

import dev.everstep.EverstepException;
import dev.everstep.RunStatus;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.RunQuery;
import dev.everstep.pieces.Documents;
import dev.everstep.state.HeadState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The unfinished runs of a journal, by where they stand.
 *
 * @param places one for each workflow and stack of frames at which a run stands, by name; several
 *     for a stack if runs of it hold other locals, since different versions of the code parked them
 * @param others how many runs are of workflows that these step graphs do not have
 * @param quarantined how many runs cannot be read, since what is stored of them is damaged
 */
public record RunsInFlight(List<Place> places, long others, long quarantined) {
  private static final int PAGE = 1_000;
  private static final int NAMED_MAX = 10;

  /** Copies the list. */
  public RunsInFlight {
    places = List.copyOf(places);
  }

  /**
   * Where runs stand.
   *
   * @param workflow their workflow's stored name
   * @param at the innermost frame's place last, {@code run@call:visit > visit(String)@sleep}; for
   *     runs that have not begun, {@code not begun}
   * @param runs how many
   * @param named the ids of the first of them
   * @param verdict null if they cannot be judged
   * @param unjudged why not; else null
   */
  public record Place(
      String workflow,
      String at,
      long runs,
      List<String> named,
      @Nullable Verdict verdict,
      @Nullable String unjudged) {
    /** Copies the list. */
    public Place {
      named = List.copyOf(named);
    }

    /** Returns whether its runs cannot go on. */
    public boolean cannot() {
      return verdict != null && verdict.answer() == Verdict.Answer.CANNOT;
    }

    /** Returns the place with what becomes of its runs, and what some of them are called. */
    public String text() {
      String becomes = verdict == null ? "not judged, since " + unjudged : verdict.answer().text();
      String more = runs > named.size() ? " and " + (runs - named.size()) + " more" : "";
      return workflow
          + " "
          + at
          + ": "
          + becomes
          + ". "
          + (runs == 1 ? "1 run" : runs + " runs")
          + ": "
          + String.join(", ", named)
          + more;
    }
  }

  /**
   * Reads a journal; what it costs goes by the number of unfinished runs.
   *
   * @param accepted the step graphs of the code that the runs are of
   * @param compiled those of the code with which they are to go on
   */
  public static RunsInFlight read(Journal journal, StepGraphs accepted, StepGraphs compiled) {
    Map<Key, Members> found = new HashMap<>();
    long others = 0;
    for (RunStatus status : RunStatus.values()) {
      if (!status.isFinished()) {
        RunQuery page = RunQuery.withStatus(status, PAGE);
        List<Head> heads = journal.runs(page);
        while (!heads.isEmpty()) {
          for (Head head : heads) {
            boolean known =
                accepted.workflow(head.workflow()).isPresent()
                    || compiled.workflow(head.workflow()).isPresent();
            if (known) {
              found
                  .computeIfAbsent(key(journal, head), key -> new Members())
                  .add(head.run().value());
            } else {
              others++;
            }
          }
          heads = journal.runs(page.after(heads.get(heads.size() - 1)));
        }
      }
    }
    Judge judge = Judge.of(accepted, compiled);
    List<Place> places = new ArrayList<>();
    found.forEach((key, members) -> places.add(place(key, members, judge, accepted)));
    places.sort(Comparator.comparing(Place::workflow).thenComparing(Place::at));
    return new RunsInFlight(places, others, journal.quarantined().size());
  }

  private static Key key(Journal journal, Head head) {
    try {
      HeadState state = HeadState.read(Documents.state(journal, head));
      return new Key(head.workflow(), Standing.of(state), null);
    } catch (EverstepException | IllegalArgumentException e) {
      return new Key(head.workflow(), List.of(), String.valueOf(e.getMessage()));
    }
  }

  private static Place place(Key key, Members members, Judge judge, StepGraphs accepted) {
    Verdict verdict = null;
    String unjudged = key.unreadable();
    if (unjudged == null && accepted.workflow(key.workflow()).isEmpty()) {
      unjudged = "there is no baseline of the workflow";
    }
    if (unjudged == null) {
      try {
        verdict = judge.standing(key.workflow(), key.frames());
      } catch (IllegalArgumentException e) {
        unjudged = e.getMessage() + "; the run is of other code than the baseline";
      }
    }
    String at =
        key.frames().isEmpty()
            ? "not begun"
            : key.frames().stream()
                .map(frame -> frame.at().toString())
                .collect(Collectors.joining(" > "));
    return new Place(key.workflow(), at, members.count, members.named, verdict, unjudged);
  }

  /** Returns how many runs are of these workflows. */
  public long runs() {
    return places.stream().mapToLong(Place::runs).sum();
  }

  /** Returns how many runs cannot go on. */
  public long cannot() {
    return places.stream().filter(Place::cannot).mapToLong(Place::runs).sum();
  }

  /**
   * Returns how many there are, in one line.
   *
   * @param journal what to call the journal
   */
  public String text(String journal) {
    return "Runs in flight in "
        + journal
        + ": "
        + runs()
        + (others == 0 ? "" : ", and " + others + " of workflows that are not here")
        + (quarantined == 0 ? "" : ", and " + quarantined + " in quarantine");
  }

  private record Key(String workflow, List<Standing> frames, @Nullable String unreadable) {}

  private static final class Members {
    private final List<String> named = new ArrayList<>();
    private long count;

    void add(String run) {
      count++;
      if (named.size() < NAMED_MAX) {
        named.add(run);
      }
    }
  }
}
