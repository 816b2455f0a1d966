package dev.broadsheet.lucene;

import dev.broadsheet.words.BoundedCache;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/** The days of all documents, by time zone, found when they are first asked for. */
final class DateTable {
  /** Few sites have readers in more, and each costs no more than another look at the dates. */
  private static final int ZONES = 8;

  private final List<Segment> segments;

  private DateTable(List<Segment> segments) {
    this.segments = segments;
  }

  /** The days of one segment's documents, which stay the same from one snapshot to the next. */
  private record Segment(LeafReader leaf, Object core, BoundedCache<ZoneId, DayRuns> days) {}

  static DateTable of(IndexReader reader, Optional<DateTable> before) {
    Map<Object, BoundedCache<ZoneId, DayRuns>> known = new HashMap<>();
    before.ifPresent(table -> table.segments.forEach(it -> known.put(it.core, it.days)));
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      Object core = context.reader().getCoreCacheHelper().getKey();
      BoundedCache<ZoneId, DayRuns> days = known.getOrDefault(core, new BoundedCache<>(ZONES));
      segments.add(new Segment(context.reader(), core, days));
    }
    return new DateTable(segments);
  }

  /** The days of a segment's documents. */
  DayRuns days(int leaf, ZoneId zone) throws IOException {
    Segment segment = segments.get(leaf);
    return segment.days.get(zone, wanted -> DayRuns.of(segment.leaf, wanted));
  }
}
