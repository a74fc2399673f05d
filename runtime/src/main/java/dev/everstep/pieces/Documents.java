package dev.everstep.pieces;

import dev.everstep.RunId;
import dev.everstep.journal.Entry;
import dev.everstep.journal.Head;
import dev.everstep.journal.Journal;
import dev.everstep.journal.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The documents of one run as JSON. Reads the entries that a document refers to and no others, each
 * once. Confined to one thread.
 */
public final class Documents {
  /** Groups of groups and so on: far more levels than any run has entries for. */
  private static final int LEVELS_MAX = 32;

  private final Journal journal;
  private final RunId run;
  private final Map<Long, byte[]> bodies = new HashMap<>();

  /** Creates a reader of the documents of a run; reads nothing yet. */
  public Documents(Journal journal, RunId run) {
    this.journal = journal;
    this.run = run;
  }

  /**
   * Returns the state of a head as JSON.
   *
   * @throws dev.everstep.UnreadableValueException if a later version wrote it, or what it refers to
   *     is not there
   * @throws dev.everstep.journal.JournalException if the journal cannot be read
   */
  public static Payload state(Journal journal, Head head) {
    return Decoding.isJson(head.state())
        ? head.state()
        : new Documents(journal, head.run()).json(head.state());
  }

  /**
   * Returns how long the JSON of a stored body or state is, without reading what it refers to.
   *
   * @param run whose it is, for the message
   * @throws dev.everstep.UnreadableValueException if a later version wrote it
   */
  public static int jsonLength(RunId run, Payload stored) {
    return Decoding.isJson(stored) ? stored.length() : new Decoding(run, stored.array()).header();
  }

  /**
   * Returns the state of a head as JSON, with where its pieces are.
   *
   * @throws dev.everstep.UnreadableValueException if a later version wrote it, or what it refers to
   *     is not there
   * @throws dev.everstep.journal.JournalException if the journal cannot be read
   */
  public static Unpacked unpack(Journal journal, Head head) {
    return Decoding.isJson(head.state())
        ? new Unpacked(head.state(), Places.NONE)
        : new Documents(journal, head.run()).unpacked(head.state());
  }

  /**
   * Returns an entry with its body as JSON. Its stored body is kept for the entries behind it that
   * refer to it.
   *
   * @throws dev.everstep.UnreadableValueException if a later version wrote it, or what it refers to
   *     is not there
   * @throws dev.everstep.journal.JournalException if the journal cannot be read
   */
  public Entry entry(Entry stored) {
    bodies.put(stored.seq(), stored.body().array());
    return Decoding.isJson(stored.body())
        ? stored
        : new Entry(stored.seq(), stored.kind(), stored.at(), json(stored.body()));
  }

  private Payload json(Payload stored) {
    return Payload.wrap(decoded(stored).text());
  }

  private Unpacked unpacked(Payload stored) {
    Decoded decoded = decoded(stored);
    Map<Piece, Place> texts = new HashMap<>();
    int from = 0;
    int item = 0;
    int itemFrom = 0;
    for (int to : Cutter.cut(decoded.text())) {
      while (itemFrom + length(decoded.items().get(item)) <= from) {
        itemFrom += length(decoded.items().get(item++));
      }
      if (to - from >= Cutter.PIECE_MIN && to <= itemFrom + length(decoded.items().get(item))) {
        Place place =
            decoded.items().get(item) instanceof Item.Reference reference
                ? reference.place().plus(from - itemFrom)
                : Place.HEAD;
        texts.put(new Piece(decoded.text(), from, to), place);
      }
      from = to;
    }
    return new Unpacked(Payload.wrap(decoded.text()), new Places(texts, decoded.lists()));
  }

  /**
   * A document taken apart.
   *
   * @param text the JSON
   * @param items literals and references, as long together as the text
   * @param lists where the encoded groups are
   */
  private record Decoded(byte[] text, List<Item> items, Map<Piece, Place> lists) {}

  private Decoded decoded(Payload stored) {
    Decoding decoding = new Decoding(run, stored.array());
    int length = decoding.header();
    Map<Piece, Place> lists = new HashMap<>();
    List<Item> items = decoding.items();
    for (int level = 0; items.stream().anyMatch(Item.Sublist.class::isInstance); level++) {
      if (level == LEVELS_MAX) {
        throw Decoding.damaged(run, "more than " + LEVELS_MAX + " levels");
      }
      items = opened(items, lists);
    }
    Set<Long> wanted = new TreeSet<>();
    for (Item item : items) {
      if (item instanceof Item.Reference reference) {
        wanted.add(reference.place().seq());
      }
    }
    load(wanted);
    return new Decoded(text(items, length), items, lists);
  }

  private List<Item> opened(List<Item> items, Map<Piece, Place> lists) {
    Set<Long> wanted = new TreeSet<>();
    for (Item item : items) {
      if (item instanceof Item.Sublist list) {
        wanted.add(list.place().seq());
      }
    }
    load(wanted);
    List<Item> opened = new ArrayList<>();
    for (Item item : items) {
      if (item instanceof Item.Sublist list) {
        ByteBuffer encoded = bytes(list.place(), list.length());
        Piece piece =
            new Piece(encoded.array(), encoded.position(), encoded.position() + list.length());
        lists.put(piece, list.place());
        opened.addAll(new Decoding(run, encoded).items());
      } else {
        opened.add(item);
      }
    }
    return opened;
  }

  private byte[] text(List<Item> items, int length) {
    long sum = 0;
    for (Item item : items) {
      sum += length(item);
    }
    if (sum != length) {
      throw Decoding.damaged(run, "length=" + length + ", found=" + sum);
    }
    ByteBuffer text = ByteBuffer.allocate(length);
    for (Item item : items) {
      if (item instanceof Item.Literal literal) {
        text.put(literal.source(), literal.from(), literal.length());
      } else if (item instanceof Item.Reference reference) {
        text.put(bytes(reference.place(), reference.length()));
      }
    }
    return text.array();
  }

  private static int length(Item item) {
    return item instanceof Item.Literal literal
        ? literal.length()
        : ((Item.Reference) item).length();
  }

  private ByteBuffer bytes(Place place, int length) {
    byte[] body = bodies.get(place.seq());
    if (body == null || place.offset() > body.length - length) {
      throw Decoding.damaged(
          run,
          "seq="
              + place.seq()
              + ", offset="
              + place.offset()
              + ", length="
              + length
              + ", found="
              + (body == null ? "no entry" : body.length + " bytes"));
    }
    return ByteBuffer.wrap(body, place.offset(), length);
  }

  // Entries that follow each other are read together.
  private void load(Set<Long> ascending) {
    long first = -1;
    int count = 0;
    for (long seq : ascending) {
      if (bodies.containsKey(seq)) {
        continue;
      }
      if (count > 0 && seq == first + count) {
        count++;
        continue;
      }
      load(first, count);
      first = seq;
      count = 1;
    }
    load(first, count);
  }

  private void load(long first, int count) {
    if (count > 0) {
      for (Entry entry : journal.entries(run, first, count)) {
        bodies.put(entry.seq(), entry.body().array());
      }
    }
  }
}
