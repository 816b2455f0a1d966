/**
 * The search page: how a search and its answer are shown to a visitor. {@link
 * dev.broadsheet.page.PageTemplate} writes a {@link dev.broadsheet.page.PageView} as HTML, by
 * templates that stand in {@code src/main/jte} and become classes of this package when it is built.
 * {@link dev.broadsheet.page.PageFile} holds the style sheet and the web component. Where links
 * lead is told by who asks for the page: nothing here knows a parameter.
 */
@NullMarked
package dev.broadsheet.page;

import org.jspecify.annotations.NullMarked;
