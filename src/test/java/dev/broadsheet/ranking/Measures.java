package dev.broadsheet.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good answers are, each measure from 0 to 1.
 *
 * @param ndcg normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen,
 *     "Cumulated gain-based evaluation of IR techniques", TOIS 2002), a grade being the gain
 * @param map mean average precision, within the first hundred
 * @param recall the share of what answers a query that is among the first hundred
 * @param noHit the share of queries that find nothing
 */
public record Measures(double ndcg, double map, double recall, double noHit) {
  private static final int FIRST = 10;

  static Measures of(List<String> found, Map<String, Integer> grades) {
    double gain = 0;
    double precisions = 0;
    int right = 0;
    for (int i = 0; i < found.size(); i++) {
      int grade = grades.getOrDefault(found.get(i), 0);
      if (grade > 0) {
        right++;
        precisions += (double) right / (i + 1);
        gain += i < FIRST ? discounted(grade, i) : 0;
      }
    }
    return new Measures(
        gain / ideal(grades),
        precisions / grades.size(),
        (double) right / grades.size(),
        found.isEmpty() ? 1 : 0);
  }

  private static double ideal(Map<String, Integer> grades) {
    List<Integer> best =
        grades.values().stream().sorted(Comparator.reverseOrder()).limit(FIRST).toList();
    double gain = 0;
    for (int i = 0; i < best.size(); i++) {
      gain += discounted(best.get(i), i);
    }
    return gain;
  }

  private static double discounted(int grade, int at) {
    return grade / (Math.log(at + 2) / Math.log(2));
  }

  static Measures mean(List<Measures> all) {
    return new Measures(
        mean(all, Measures::ndcg),
        mean(all, Measures::map),
        mean(all, Measures::recall),
        mean(all, Measures::noHit));
  }

  private static double mean(List<Measures> all, ToDoubleFunction<Measures> measure) {
    return all.stream().mapToDouble(measure).average().orElse(0);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f  %.4f  %.4f  %.3f", ndcg, map, recall, noHit);
  }
}
