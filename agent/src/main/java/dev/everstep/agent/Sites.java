package dev.everstep.agent;

/** All sites by number. Thread-safe. */
final class Sites {
  private volatile Site[] all = new Site[1024];
  private int count;

  /** Adds a site and returns its number. */
  synchronized int add(Site site) {
    if (count == all.length) {
      all = java.util.Arrays.copyOf(all, 2 * count);
    }
    all[count] = site;
    return count++;
  }

  /** Returns a site. */
  Site get(int number) {
    return all[number];
  }

  /** Returns how many there are. */
  synchronized int count() {
    return count;
  }
}
