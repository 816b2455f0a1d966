/**
 * The port to a model that knows what text means: a vector for each text, near to those of texts
 * that say the same in other words. The model itself is an optional part of the build, found by
 * {@link dev.broadsheet.meaning.Models}; nothing here needs it.
 */
@NullMarked
package dev.broadsheet.meaning;

import org.jspecify.annotations.NullMarked;
