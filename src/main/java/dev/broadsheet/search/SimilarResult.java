package dev.broadsheet.search;

import java.util.List;

/**
 * The answer to a {@link SimilarRequest}.
 *
 * @param hits most alike first, without highlights
 * @param version the state of the index that it comes from, as {@link SearchEngine#version()}
 */
public record SimilarResult(List<Hit> hits, String version) {
  /** Copies the hits. */
  public SimilarResult {
    hits = List.copyOf(hits);
  }
}
