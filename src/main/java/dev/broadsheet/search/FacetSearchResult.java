package dev.broadsheet.search;

/**
 * The answer to a {@link FacetSearchRequest}.
 *
 * @param counts the values that match, most frequent first
 * @param version the state of the index that it comes from, as {@link SearchEngine#version()}
 */
public record FacetSearchResult(FacetCounts counts, String version) {}
