package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.words.DateHistogram;
import dev.broadsheet.words.ZoneDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DateHistogramTest {
  private static DateHistogram of(ZoneId zone, String... instants) {
    var histogram = new DateHistogram();
    var days = new ZoneDays(zone);
    for (String instant : instants) {
      histogram.add(days.day(Instant.parse(instant).toEpochMilli()), 1);
    }
    return histogram;
  }

  /** Each bar as its name and its count. */
  private static List<String> bars(DateHistogram histogram, DateInterval interval) {
    return histogram.values(interval).stream()
        .map(value -> value.value() + "=" + value.count())
        .toList();
  }

  private static List<String> auto(String... days) {
    var histogram = new DateHistogram();
    for (String day : days) {
      histogram.add(LocalDate.parse(day).toEpochDay(), 1);
    }
    return bars(histogram, DateInterval.AUTO);
  }

  @Test
  void nothingCounted_noBars() {
    for (DateInterval interval : DateInterval.values()) {
      assertThat(bars(of(ZoneOffset.UTC), interval)).isEmpty();
    }
  }

  @Test
  void auto_showsASingleDayAsItsMonth() {
    assertThat(auto("2020-03-05", "2020-03-05")).containsExactly("2020-03=2");
  }

  @Test
  void auto_showsTwoDaysAsDays() {
    assertThat(auto("2020-03-05", "2020-03-06")).containsExactly("2020-03-05=1", "2020-03-06=1");
  }

  @Test
  void auto_shows92DaysAsDays() {
    assertThat(auto("2020-01-01", "2020-04-01")).containsExactly("2020-01-01=1", "2020-04-01=1");
  }

  @Test
  void auto_shows93DaysAsMonths() {
    assertThat(auto("2020-01-01", "2020-04-02", "2020-04-01"))
        .containsExactly("2020-01=1", "2020-04=2");
  }

  @Test
  void auto_showsTenYearsAsMonths() {
    assertThat(auto("2010-01-31", "2020-01-01")).containsExactly("2010-01=1", "2020-01=1");
  }

  @Test
  void auto_showsMoreThanTenYearsAsYears() {
    assertThat(auto("2010-01-31", "2020-02-01")).containsExactly("2010=1", "2020=1");
  }

  @Test
  void barsComeFromOldToNew_whateverTheOrderOfCounting() {
    DateHistogram histogram =
        of(
            ZoneOffset.UTC,
            "2021-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999Z",
            "1970-01-01T00:00:00Z",
            "2021-06-01T00:00:00Z",
            "1969-12-31T00:00:00Z");
    assertThat(bars(histogram, DateInterval.YEAR)).containsExactly("1969=2", "1970=1", "2021=2");
  }

  @Test
  void intervalAskedFor_isUsedWhateverTheSpan() {
    DateHistogram histogram = of(ZoneOffset.UTC, "2010-05-06T07:08:09Z", "2020-02-01T00:00:00Z");
    assertThat(bars(histogram, DateInterval.DAY)).containsExactly("2010-05-06=1", "2020-02-01=1");
    assertThat(bars(histogram, DateInterval.MONTH)).containsExactly("2010-05=1", "2020-02=1");
    assertThat(bars(histogram, DateInterval.YEAR)).containsExactly("2010=1", "2020=1");
  }

  @Test
  void daysBeginAtMidnightOfTheZone() {
    DateHistogram histogram =
        of(ZoneOffset.ofHours(9), "2020-03-05T14:59:59.999Z", "2020-03-05T15:00:00Z");
    assertThat(bars(histogram, DateInterval.DAY)).containsExactly("2020-03-05=1", "2020-03-06=1");
  }

  @Test
  void daysOfAZoneWithSummerTime_areThoseOfItsCalendar() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    long first = LocalDate.of(2019, 12, 1).atStartOfDay(zone).toInstant().toEpochMilli();
    var histogram = new DateHistogram();
    var calendar = new ZoneDays(zone);
    int hours = 366 * 24;
    for (int hour = 0; hour < hours; hour++) {
      // By leaps of 1999 hours, so that the offsets are met in no order.
      histogram.add(calendar.day(first + (hour * 1999L % hours) * 3_600_000), 1);
    }
    List<FacetCounts.Value> days = histogram.values(DateInterval.DAY);
    assertThat(days).hasSize(366);
    assertThat(days).allSatisfy(day -> assertThat(day.count()).isEqualTo(hoursOf(day, zone)));
  }

  private static long hoursOf(FacetCounts.Value bar, ZoneId zone) {
    LocalDate day = LocalDate.parse(bar.value());
    return java.time.Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
        .toHours();
  }
}
