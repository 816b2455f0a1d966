package dev.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31T13:00:00Z, ''",
    "2026-01-31T12:59:00Z, this hour",
    "2026-01-31T11:59:00Z, 1 hour ago",
    "2026-01-30T13:10:00Z, 23 hours ago",
    "2026-01-30T12:10:00Z, yesterday",
    "2026-01-29T23:00:00Z, 2 days ago",
    "2026-01-18T00:00:00Z, 13 days ago",
    "2026-01-17T00:00:00Z, 2 weeks ago",
    "2025-12-01T00:00:00Z, 8 weeks ago",
    "2025-11-30T00:00:00Z, 2 months ago",
    "2024-02-01T00:00:00Z, 23 months ago",
    "2024-01-31T00:00:00Z, 2 years ago",
    "2019-12-20T00:00:00Z, 6 years ago"
  })
  void age_isToldInTheLargestFittingUnit(Instant published, String age) {
    Instant now = Instant.parse("2026-01-31T12:34:00Z");
    assertThat(DateText.age(published, now, ZoneOffset.UTC)).isEqualTo(age);
  }

  @Test
  void day_isThatOfTheZone() {
    Instant lateEvening = Instant.parse("2019-12-31T23:30:00Z");
    assertThat(DateText.day(lateEvening, ZoneOffset.UTC)).isEqualTo("31 Dec 2019");
    assertThat(DateText.day(lateEvening, ZoneId.of("Europe/Oslo"))).isEqualTo("1 Jan 2020");
  }

  @ParameterizedTest
  @CsvSource({"2019, 2019", "2019-12, December 2019", "2019-12-01, 1 December 2019"})
  void span_isWrittenOut(String span, String text) {
    assertThat(DateText.span(span)).isEqualTo(text);
  }
}
