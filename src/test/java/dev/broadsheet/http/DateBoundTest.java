package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateBoundTest {
  private static final Instant NOW = Instant.parse("2020-03-31T12:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "2019-12-20, 2019-12-20T00:00:00Z, 2019-12-20T23:59:59.999Z",
    "2020-02, 2020-02-01T00:00:00Z, 2020-02-29T23:59:59.999Z",
    "2019, 2019-01-01T00:00:00Z, 2019-12-31T23:59:59.999Z",
    "0001-01-01, 0001-01-01T00:00:00Z, 0001-01-01T23:59:59.999Z",
    "9999-12-31, 9999-12-31T00:00:00Z, 9999-12-31T23:59:59.999Z"
  })
  void dates_coverTheirWholeSpan(String text, Instant first, Instant last) {
    assertThat(parse(text, "UTC")).isEqualTo(new DateBound(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "2019-12-20T20:43:00Z, 2019-12-20T20:43:00Z",
    "2019-12-20t20:43:00z, 2019-12-20T20:43:00Z",
    "2019-12-20T20:43Z, 2019-12-20T20:43:00Z",
    "2019-12-20T20:43:00.123456Z, 2019-12-20T20:43:00.123Z",
    "2019-12-20T20:00:00+01:00, 2019-12-20T19:00:00Z",
    "2019-12-20T20:00:00 01:00, 2019-12-20T19:00:00Z",
    "2019-12-20T20:00:00+0100, 2019-12-20T19:00:00Z",
    "2019-12-20T20:00:00-05, 2019-12-21T01:00:00Z",
    "2019-12-20T20:00:00, 2019-12-20T20:00:00Z"
  })
  void instants_areThemselves(String text, Instant instant) {
    assertThat(parse(text, "UTC")).isEqualTo(new DateBound(instant, instant));
  }

  @ParameterizedTest
  @CsvSource({
    "now, 2020-03-31T12:30:00Z",
    "now-30s, 2020-03-31T12:29:30Z",
    "now-30m, 2020-03-31T12:00:00Z",
    "now-12h, 2020-03-31T00:30:00Z",
    "now-7d, 2020-03-24T12:30:00Z",
    "now-2w, 2020-03-17T12:30:00Z",
    "now-1M, 2020-02-29T12:30:00Z",
    "now-1y, 2019-03-31T12:30:00Z",
    "now+1d, 2020-04-01T12:30:00Z",
    "now 1d, 2020-04-01T12:30:00Z"
  })
  void relativeBounds_countFromNow(String text, Instant instant) {
    assertThat(parse(text, "UTC")).isEqualTo(new DateBound(instant, instant));
  }

  @Test
  void day_beginsAndEndsWhereTheZoneSays() {
    assertThat(parse("2019-12-20", "America/New_York"))
        .isEqualTo(bound("2019-12-20T05:00:00Z", "2019-12-21T04:59:59.999Z"));
  }

  @Test
  void dayOfTwentyThreeHours_isOneHourShort() {
    assertThat(parse("2020-03-29", "Europe/Berlin"))
        .isEqualTo(bound("2020-03-28T23:00:00Z", "2020-03-29T21:59:59.999Z"));
  }

  @Test
  void dayWithoutMidnight_beginsAtItsFirstMoment() {
    assertThat(parse("2018-11-04", "America/Sao_Paulo"))
        .isEqualTo(bound("2018-11-04T03:00:00Z", "2018-11-05T01:59:59.999Z"));
  }

  @Test
  void dayBeforeOneWithoutMidnight_endsRightBeforeIt() {
    assertThat(parse("2018-11-03", "America/Sao_Paulo").last())
        .isEqualTo(Instant.parse("2018-11-04T02:59:59.999Z"));
  }

  @Test
  void timeThatComesTwice_holdsBoth() {
    assertThat(parse("2020-10-25T02:30:00", "Europe/Berlin"))
        .isEqualTo(bound("2020-10-25T00:30:00Z", "2020-10-25T01:30:00Z"));
  }

  @Test
  void timeThatNeverComes_isTakenLater() {
    assertThat(parse("2020-03-29T02:30:00", "Europe/Berlin"))
        .isEqualTo(bound("2020-03-29T01:30:00Z", "2020-03-29T01:30:00Z"));
  }

  @Test
  void days_areOfTheCalendar_andHoursOfTheClock() {
    ZonedDateTime now = Instant.parse("2020-03-29T10:00:00Z").atZone(ZoneId.of("Europe/Berlin"));
    assertThat(DateBound.parse("now-1d", now).first())
        .isEqualTo(Instant.parse("2020-03-28T11:00:00Z"));
    assertThat(DateBound.parse("now-24h", now).first())
        .isEqualTo(Instant.parse("2020-03-28T10:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2019-13-01",
        "2019-02-30",
        "2019-2-3",
        "20191220",
        "0000-01-01",
        "0000",
        "10000-01-01",
        "+2019-01-01",
        "-2019-01-01",
        "2019-12-20T24:00:00",
        "2019-12-20T20:60:00Z",
        "2019-12-20T20:00:00+19:00",
        "2019-12-20 20:00:00",
        "now-7",
        "now-d",
        "now-7x",
        "now -7d",
        "NOW",
        "now--7d",
        "now-99999999999y",
        "now+999999999999999999s",
        "now-999999999999999999d",
        "now+9000y",
        "now-9999999999999999999y",
        "２０１９-12-20",
        " 2019-12-20",
        "1576874580"
      })
  void otherText_isRefused(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> parse(text, "UTC"));
  }

  private static DateBound bound(String first, String last) {
    return new DateBound(Instant.parse(first), Instant.parse(last));
  }

  private static DateBound parse(String text, String zone) {
    return DateBound.parse(text, NOW.atZone(ZoneId.of(zone)));
  }
}
