/**
 * The language of reading: what can be asked, what is answered, and {@link
 * dev.broadsheet.search.SearchEngine}, the port behind which an engine finds the one from the
 * other. No engine, no HTTP: a request is a value, whole and checked, before an engine sees it.
 */
@NullMarked
package dev.broadsheet.search;

import org.jspecify.annotations.NullMarked;
