/**
 * Files to articles and problems. {@link dev.broadsheet.corpus.CorpusReader} is the way in: it
 * lists the files of a corpus and reads one at a time into {@linkplain
 * dev.broadsheet.article.Mention mentions}, and into {@linkplain
 * dev.broadsheet.corpus.CorpusProblem problems} that say path, line, what is wrong and what was
 * expected.
 */
@NullMarked
package dev.broadsheet.corpus;

import org.jspecify.annotations.NullMarked;
