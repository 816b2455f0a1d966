/** Broadsheet: full-text search over a corpus of news articles kept as files. */
@NullMarked
package dev.broadsheet;

import org.jspecify.annotations.NullMarked;
