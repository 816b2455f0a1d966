package dev.broadsheet.words;

/**
 * Where a hit stands in the order of its search, whatever the index: the lower key comes first.
 *
 * @param tier of the query that matches it
 * @param rank what the hits are sorted by, if that is not the date
 * @param date what ties break by next
 * @param id what they break by then
 */
public record SortKey(int tier, long rank, long date, long id) implements Comparable<SortKey> {
  @Override
  public int compareTo(SortKey other) {
    int byTier = Integer.compare(tier, other.tier);
    return byTier != 0 ? byTier : compare(rank, date, id, other.rank, other.date, other.id);
  }

  /** Compares two hits of one tier. */
  public static int compare(long rank, long date, long id, long rank2, long date2, long id2) {
    int byRank = Long.compare(rank, rank2);
    if (byRank != 0) {
      return byRank;
    }
    int byDate = Long.compare(date, date2);
    return byDate != 0 ? byDate : Long.compare(id, id2);
  }
}
