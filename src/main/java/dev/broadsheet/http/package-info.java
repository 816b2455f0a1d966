/**
 * The search over HTTP. {@link dev.broadsheet.http.HttpApi} is the way in: it holds the routes, and
 * each has a handler. A request's parameters are read by {@link
 * dev.broadsheet.http.SearchParameters}, which the command line uses too, and end there: an engine
 * gets a {@link dev.broadsheet.search.SearchRequest}. {@link dev.broadsheet.http.SearchAnswer}
 * writes what it says. Whatever goes wrong becomes a problem (RFC 9457) in one place, {@code
 * Problems}.
 */
@NullMarked
package dev.broadsheet.http;

import org.jspecify.annotations.NullMarked;
