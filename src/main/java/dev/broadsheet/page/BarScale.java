package dev.broadsheet.page;

import java.util.List;

/**
 * How high bars are.
 *
 * @param most the count of the highest
 */
record BarScale(long most) {
  /** So high that it can be seen beside an empty one. */
  private static final long LEAST_HEIGHT = 4;

  static BarScale of(List<PageView.Bar> bars) {
    return new BarScale(bars.stream().mapToLong(PageView.Bar::count).max().orElse(0));
  }

  /** In hundredths of the highest. */
  long height(PageView.Bar bar) {
    return bar.count() == 0 ? 0 : Math.max(LEAST_HEIGHT, Math.round(100.0 * bar.count() / most));
  }
}
