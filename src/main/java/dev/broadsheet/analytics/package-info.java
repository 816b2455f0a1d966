/**
 * What visitors look for: how often, how often in vain, and how often they then choose something. A
 * server counts it in a {@link dev.broadsheet.analytics.QueryLog}, a {@link
 * dev.broadsheet.analytics.QueryReport} shows it to an editor. Words are counted, not visitors:
 * nothing is kept of who, from where, or at what time of a day.
 */
@NullMarked
package dev.broadsheet.analytics;

import org.jspecify.annotations.NullMarked;
