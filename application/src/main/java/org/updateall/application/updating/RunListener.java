package org.updateall.application.updating;

import java.time.Instant;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.metering.Channel;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.ProgressEvent;

/**
 * Is told what happens in a run. Called by several threads, those of different plugins at the same
 * time; the plugin waits meanwhile.
 */
public interface RunListener {

  /** Looks at nothing. */
  RunListener NONE = new RunListener() {};

  /** A plugin begins. */
  default void started(PluginName plugin, Instant time) {}

  /** A plugin begins a step. */
  default void stepStarted(PluginName plugin, PluginStep step) {}

  /**
   * A plugin prints.
   *
   * @param bytes the first {@code length} of them were printed; they change afterwards
   */
  default void printed(PluginName plugin, Channel channel, byte[] bytes, int length) {}

  /** A plugin tells how far it is. */
  default void told(PluginName plugin, ProgressEvent event) {}

  /** A plugin has ended, or is not tried any more. */
  default void ended(PluginName plugin, ExecutionEnd end, Instant time) {}
}
