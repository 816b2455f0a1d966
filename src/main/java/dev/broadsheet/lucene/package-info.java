/**
 * The embedded engine. {@link dev.broadsheet.lucene.LuceneEngine} is the way in, for reading and
 * for writing.
 *
 * <p>An index folder holds <em>generations</em>, each a Lucene index, and a file {@code CURRENT}
 * that names the one to read ({@code Generations}). A writer changes the current generation in one
 * commit, or builds another beside it and then points {@code CURRENT} to it ({@code
 * LuceneGenerationWriter}). Readers follow both ({@code Searchers}), and lend each request one
 * {@code Snapshot} for all that it does.
 *
 * <p>{@code Schema} says what a document is; {@code ArticleMapper} makes one. A request becomes a
 * query in {@code QueryTranslator}; {@code HitCollector} finds its best hits, {@code FacetCounter}
 * counts, {@code Highlighter} marks.
 */
@NullMarked
package dev.broadsheet.lucene;

import org.jspecify.annotations.NullMarked;
