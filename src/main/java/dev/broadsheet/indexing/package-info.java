/**
 * Bringing an index in line with the corpus: {@link dev.broadsheet.indexing.Reindexer}, the use
 * case, and {@link dev.broadsheet.indexing.IndexTarget}, the port through which it writes.
 *
 * <p>The flow: the corpus is scanned and held against the files that the index knows; the changed
 * ones are read, in parallel; what they tell is grouped by item, and, for an index that is made
 * anew, put in its order; each item that is touched is merged from all its mentions, those of
 * unchanged files out of the index included; and all of it is published at once, or not at all.
 */
@NullMarked
package dev.broadsheet.indexing;

import org.jspecify.annotations.NullMarked;
