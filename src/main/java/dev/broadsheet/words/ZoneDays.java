package dev.broadsheet.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Tells on which day of a time zone a moment is. Quickest where moments come in order. */
public final class ZoneDays {
  private static final long DAY_MILLIS = 86_400_000;

  private final ZoneRules rules;
  private long offsetFrom = Long.MAX_VALUE;
  private long offsetTo = Long.MIN_VALUE;
  private long offsetMillis;

  public ZoneDays(ZoneId zone) {
    this.rules = zone.getRules();
  }

  /** The day of the epoch of a moment in milliseconds of the epoch. */
  public long day(long millis) {
    if (millis < offsetFrom || millis >= offsetTo) {
      findOffset(millis);
    }
    return Math.floorDiv(millis + offsetMillis, DAY_MILLIS);
  }

  private void findOffset(long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    offsetMillis = rules.getOffset(instant).getTotalSeconds() * 1000L;
    if (rules.isFixedOffset()) {
      offsetFrom = Long.MIN_VALUE;
      offsetTo = Long.MAX_VALUE;
      return;
    }
    ZoneOffsetTransition next = rules.nextTransition(instant);
    offsetTo = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
    ZoneOffsetTransition last = rules.previousTransition(instant.plusMillis(1));
    offsetFrom = last == null ? Long.MIN_VALUE : last.getInstant().toEpochMilli();
  }
}
