package dev.broadsheet.bench;

import java.util.SplittableRandom;

/**
 * Draws ranks by Zipf's law as Mandelbrot has it: the item of rank {@code r}, from 0, comes up in
 * proportion to {@code 1 / (r + 1 + flatness)}.
 *
 * @param first the least rank that is drawn
 * @param count how many ranks there are
 * @param flatness how much the most frequent ranks are alike; above 0
 */
record Ranks(int first, int count, double flatness) {
  /** All ranks. */
  Ranks(int count, double flatness) {
    this(0, count, flatness);
  }

  /** The distribution's integral is a logarithm, so its inverse takes no table. */
  int draw(SplittableRandom random) {
    double low = first + flatness + 0.5;
    double high = count + flatness + 0.5;
    int rank = (int) (low * Math.exp(random.nextDouble() * Math.log(high / low)) - flatness - 0.5);
    return Math.clamp(rank, first, count - 1);
  }
}
