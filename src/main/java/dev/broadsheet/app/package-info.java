/**
 * The wiring: {@link dev.broadsheet.app.Application} puts corpus, engine, reindexer and server
 * together as the settings say, and offers what a command needs as one method each.
 */
@NullMarked
package dev.broadsheet.app;

import org.jspecify.annotations.NullMarked;
