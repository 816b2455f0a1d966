/**
 * The settings: {@link dev.broadsheet.config.Config}, a tree of values with their defaults beside
 * them, and {@link dev.broadsheet.config.ConfigLoader}, which fills it from built-in defaults, a
 * file, the environment and flags, each over the one before. A setting that is unknown or has a bad
 * value stops the start with a {@link dev.broadsheet.config.ConfigException} that names it.
 */
@NullMarked
package dev.broadsheet.config;

import org.jspecify.annotations.NullMarked;
