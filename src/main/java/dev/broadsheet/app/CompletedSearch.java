package dev.broadsheet.app;

import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A search and its answer.
 *
 * @param request what was asked
 * @param result what was found
 * @param took how long the engine needed
 * @param json the answer as the server would send it, in UTF-8
 */
public record CompletedSearch(
    SearchRequest request, SearchResult result, Duration took, Supplier<byte[]> json) {}
