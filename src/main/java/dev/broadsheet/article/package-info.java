/**
 * What an article is, for every other package: {@link dev.broadsheet.article.Article}, the mentions
 * that it is merged from, and the identity that holds them together. Depends on nothing.
 */
@NullMarked
package dev.broadsheet.article;

import org.jspecify.annotations.NullMarked;
