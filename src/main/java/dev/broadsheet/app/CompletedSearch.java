package dev.broadsheet.app;

import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A search and its answer.
 *
 * @param request what was asked
 * @param result what was found
 * @param took how long the engine needed
 * @param json writes the answer as the server would send it
 */
public record CompletedSearch(
    SearchRequest request, SearchResult result, Duration took, Consumer<OutputStream> json) {}
