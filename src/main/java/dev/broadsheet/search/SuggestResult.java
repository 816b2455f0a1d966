package dev.broadsheet.search;

import java.util.List;

/**
 * The answer to a {@link SuggestRequest}.
 *
 * @param suggestions best first; no two with the same kind and text
 * @param version the state of the index that it comes from, as {@link SearchEngine#version()}
 */
public record SuggestResult(List<Suggestion> suggestions, String version) {
  /** Copies the suggestions. */
  public SuggestResult {
    suggestions = List.copyOf(suggestions);
  }
}
