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
 * <p>{@code Schema} says what a document is; {@code ArticleMapper} makes one. Those of an index
 * that is built anew are written as {@code SortedRuns}, with fewer terms ({@code RunTextFields}),
 * of which the merge makes all ({@code RunPostings}).
 *
 * <p>A request becomes queries in {@code TextPlanner}, which asks {@code SpellingCorrector} for
 * what was meant, {@code TextTranslator} and {@code QueryTranslator}. {@code Search} answers it:
 * {@code ItemFinder} finds the best items, or {@code StoryFinder} the best stories, which {@code
 * StoryIndex} tells apart; {@code FacetCounter} counts, {@code Highlighter} marks, {@code
 * HitReader} reads what is shown. What a page has to take over from the one before it is a {@code
 * Continuation}. {@code Suggester} says what could be typed next.
 */
@NullMarked
package dev.broadsheet.lucene;

import org.jspecify.annotations.NullMarked;
