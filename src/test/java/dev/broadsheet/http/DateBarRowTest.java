package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.FacetCounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DateBarRowTest {
  private static DateBarRow row(String... spans) {
    return DateBarRow.of(
        Arrays.stream(spans)
            .map(span -> new FacetCounts.Value(span, Optional.empty(), 1, false))
            .toList());
  }

  private static List<String> spans(DateBarRow row) {
    return row.bars().stream().map(bar -> bar.span() + "=" + bar.count()).toList();
  }

  @Test
  void gaps_areBarsOfNothing() {
    assertThat(spans(row("2019-11", "2020-02")))
        .containsExactly("2019-11=1", "2019-12=0", "2020-01=0", "2020-02=1");
  }

  @Test
  void tooManyDays_becomeMonths() {
    assertThat(spans(row("2019-01-31", "2019-02-01", "2019-02-28", "2019-06-01")))
        .containsExactly(
            "2019-01=1", "2019-02=2", "2019-03=0", "2019-04=0", "2019-05=0", "2019-06=1");
  }

  @Test
  void farTooManyDays_becomeYears() {
    assertThat(spans(row("2001-01-31", "2001-12-31", "2011-02-01")))
        .hasSize(11)
        .startsWith("2001=2", "2002=0")
        .endsWith("2011=1");
  }

  @Test
  void tooManyYears_leaveTheNewest() {
    assertThat(spans(row("0001", "2019"))).hasSize(100).startsWith("1920=0").endsWith("2019=1");
  }

  @Test
  void bounds_cutAwayWhatIsOutside_butNoBarThatHoldsABound() {
    DateBarRow row = row("2019-01", "2019-02", "2019-03", "2019-04");
    assertThat(
            spans(
                row.within(
                    Optional.of(LocalDate.of(2019, 2, 20)), Optional.of(LocalDate.of(2019, 3, 1)))))
        .containsExactly("2019-02=1", "2019-03=1");
  }

  @Test
  void nothing_hasNoBars() {
    assertThat(row().bars()).isEmpty();
    assertThat(row("2019").within(Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty()).bars())
        .isEmpty();
  }
}
