/**
 * Words, for every engine: how a text becomes terms, how a visitor's words are looked for, what is
 * marked in the texts that are shown, and what could be typed next. Lucene's analysis is used here;
 * its index is not. What has to be asked of an index is asked through {@link
 * dev.broadsheet.words.IndexView}, and what is looked for in it is made by {@link
 * dev.broadsheet.words.Queries}, so that all decisions are the same whatever the engine.
 */
@NullMarked
package dev.broadsheet.words;

import org.jspecify.annotations.NullMarked;
