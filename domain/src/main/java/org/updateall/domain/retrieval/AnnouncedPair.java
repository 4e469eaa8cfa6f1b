package org.updateall.domain.retrieval;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;

/**
 * What a plugin announced for a phase of an execution, and what that phase came to.
 *
 * @param plugin which plugin
 * @param measure which figure
 * @param announced what was announced
 * @param actual what it came to; absent if that was not measured
 * @param confidence how sure the plugin said to be, from 0 to 1; absent if it did not say
 */
public record AnnouncedPair(
    PluginName plugin,
    AnnouncedMeasure measure,
    double announced,
    @Nullable Double actual,
    @Nullable Double confidence) {}
