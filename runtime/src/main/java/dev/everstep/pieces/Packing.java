package dev.everstep.pieces;

import dev.everstep.journal.Entry;
import dev.everstep.journal.Payload;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a transition's documents small. Changes nothing of what it is given; thread-safe.
 *
 * <pre>
 * a piece of the head's state                            is written
 * is in an entry of the run, or in one of this transition   as a reference
 * was in the head before, or is twice in this one           behind the last entry, to be referred to
 * else                                                      in place: it may be gone with the next head
 * </pre>
 *
 * So what changes at each step leaves nothing behind, as the head is replaced, and what stays is
 * written twice at most: once in a head and once for good.
 */
public final class Packing {
  /**
   * A state up to this length is stored as it is, and so are its entries: references would save
   * less than they cost.
   */
  static final int STATE_MIN = 1_024;

  private final Places before;
  private final Map<Piece, Place> texts = new HashMap<>();
  private final Map<Piece, Place> lists = new HashMap<>();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);

  private Packing(Places before) {
    this.before = before;
  }

  /**
   * Packs a transition's documents.
   *
   * @param before what is known of the head that the transition follows
   * @param entries with their bodies as JSON, at least one
   * @param state the head's, as JSON
   */
  public static Packed pack(Places before, List<Entry> entries, Payload state) {
    if (state.length() >= STATE_MIN) {
      return new Packing(before).packed(entries, state);
    } else if (before.size() == 0) {
      return new Packed(entries, state, Places.NONE);
    }
    // The state is large no longer, but the input of the step behind it may be.
    return new Packed(new Packing(before).packedIfLarge(entries), state, Places.NONE);
  }

  private List<Entry> packedIfLarge(List<Entry> entries) {
    return entries.stream()
        .map(entry -> entry.body().length() < STATE_MIN ? entry : packed(entry))
        .toList();
  }

  private Entry packed(Entry entry) {
    return withBody(entry, body(entry.seq(), entry.body().array()));
  }

  private Packed packed(List<Entry> entries, Payload state) {
    List<Entry> stored = new ArrayList<>();
    for (Entry entry : entries) {
      stored.add(packed(entry));
    }
    Entry last = stored.remove(stored.size() - 1);
    HeadPacking head = new HeadPacking(last.seq(), last.body().length());
    byte[] packedState = head.document(state.array());
    byte[] lastBody = last.body().array();
    if (kept.size() > 0) {
      ByteArrayOutputStream both = new ByteArrayOutputStream(lastBody.length + kept.size());
      both.writeBytes(lastBody);
      both.writeBytes(kept.toByteArray());
      lastBody = both.toByteArray();
    }
    stored.add(withBody(last, lastBody));
    return new Packed(List.copyOf(stored), Payload.wrap(packedState), head.places());
  }

  private static Entry withBody(Entry entry, byte[] body) {
    return new Entry(entry.seq(), entry.kind(), entry.at(), Payload.wrap(body));
  }

  // An entry stays, so whatever is written in place can be referred to from then on.
  private byte[] body(long seq, byte[] json) {
    ItemList items = new ItemList(json);
    int from = 0;
    for (int to : Cutter.cut(json)) {
      if (to - from < Cutter.PIECE_MIN) {
        items.literal(from, to, null);
      } else {
        Piece piece = new Piece(json, from, to);
        Place place = text(piece);
        if (place == null) {
          items.literal(from, to, piece);
        } else {
          items.reference(piece, place);
        }
      }
      from = to;
    }
    List<Item> grouped =
        Grouping.group(
            items.all(),
            group -> {
              Place place = list(group.encoded());
              return place == null ? group : sublist(group, place);
            });
    return Encoding.document(
        json.length,
        grouped,
        (item, offset) -> {
          Place here = new Place(seq, offset);
          if (item instanceof Item.Group group) {
            lists.putIfAbsent(group.encoded(), here);
          } else if (item instanceof Item.Literal literal && literal.piece() != null) {
            texts.putIfAbsent(literal.piece(), here);
          }
        });
  }

  // The older place first: it is the one in the groups that are stored already.
  private @Nullable Place text(Piece piece) {
    Place place = before.text(piece);
    return place != null && place.isKept() ? place : texts.get(piece);
  }

  private @Nullable Place list(Piece encoded) {
    Place place = before.list(encoded);
    return place != null && place.isKept() ? place : lists.get(encoded);
  }

  private static Item.Sublist sublist(Item.Group group, Place place) {
    return new Item.Sublist(group.encoded().length(), place, group.encoded().hash());
  }

  /** Packs the state behind the entries, and what it keeps behind the last of them. */
  private final class HeadPacking {
    private final long lastSeq;
    private final int keptFrom;
    private final Map<Piece, Place> textsAfter = new HashMap<>();
    private final Map<Piece, Place> listsAfter = new HashMap<>();

    HeadPacking(long lastSeq, int keptFrom) {
      this.lastSeq = lastSeq;
      this.keptFrom = keptFrom;
    }

    byte[] document(byte[] json) {
      int[] cuts = Cutter.cut(json);
      Set<Piece> once = new HashSet<>();
      Set<Piece> twice = new HashSet<>();
      List<@Nullable Piece> pieces = new ArrayList<>(cuts.length);
      int from = 0;
      for (int to : cuts) {
        Piece piece = to - from < Cutter.PIECE_MIN ? null : new Piece(json, from, to);
        pieces.add(piece);
        if (piece != null && !once.add(piece)) {
          twice.add(piece);
        }
        from = to;
      }
      ItemList items = new ItemList(json);
      from = 0;
      for (int i = 0; i < cuts.length; i++) {
        Piece piece = pieces.get(i);
        if (piece == null) {
          items.literal(from, cuts[i], null);
        } else {
          Place place = text(piece);
          if (place == null && (before.text(piece) != null || twice.contains(piece))) {
            place = keep(piece);
            texts.put(piece, place);
          }
          if (place == null) {
            items.literal(from, cuts[i], piece);
          } else {
            items.reference(piece, place);
          }
          textsAfter.put(piece, place == null ? Place.HEAD : place);
        }
        from = cuts[i];
      }
      List<Item> grouped = Grouping.group(items.all(), this::stored);
      return Encoding.document(json.length, grouped, (item, offset) -> {});
    }

    private Item stored(Item.Group group) {
      Piece encoded = group.encoded();
      Place place = list(encoded);
      if (place == null && (before.list(encoded) != null || listsAfter.containsKey(encoded))) {
        place = keep(encoded);
        lists.put(encoded, place);
      }
      listsAfter.put(encoded, place == null ? Place.HEAD : place);
      return place == null ? group : sublist(group, place);
    }

    private Place keep(Piece piece) {
      Place place = new Place(lastSeq, keptFrom + kept.size());
      kept.write(piece.bytes(), piece.from(), piece.length());
      return place;
    }

    Places places() {
      return new Places(textsAfter, listsAfter);
    }
  }

  /** Items in the making; neighbours become one where that says the same. */
  private static final class ItemList {
    private final byte[] json;
    private final List<Item> items = new ArrayList<>();

    ItemList(byte[] json) {
      this.json = json;
    }

    void literal(int from, int to, @Nullable Piece piece) {
      if (piece == null && last() instanceof Item.Literal before && before.piece() == null) {
        items.set(items.size() - 1, new Item.Literal(json, before.from(), to, null));
      } else {
        items.add(new Item.Literal(json, from, to, piece));
      }
    }

    void reference(Piece piece, Place place) {
      if (last() instanceof Item.Reference before
          && before.place().plus(before.length()).equals(place)) {
        items.set(
            items.size() - 1,
            new Item.Reference(before.length() + piece.length(), before.place(), piece.hash()));
      } else {
        items.add(new Item.Reference(piece.length(), place, piece.hash()));
      }
    }

    private @Nullable Item last() {
      return items.isEmpty() ? null : items.get(items.size() - 1);
    }

    List<Item> all() {
      return items;
    }
  }
}
