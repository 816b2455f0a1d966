package dev.broadsheet.config;

import java.nio.file.Path;

/**
 * A value as it was written somewhere.
 *
 * @param text the value
 * @param origin where it was written
 * @param folder what a relative path is relative to
 */
record Given(String text, Origin origin, Path folder) {}
