package dev.broadsheet.search;

import java.time.Instant;
import java.util.Optional;

/**
 * How widely a story is told.
 *
 * @param items how many
 * @param providers of how many different outlets
 * @param firstSeen the earliest date of an item; empty where none has one
 * @param lastSeen the latest
 */
public record Coverage(
    long items, long providers, Optional<Instant> firstSeen, Optional<Instant> lastSeen) {}
