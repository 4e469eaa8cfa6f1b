package org.updateall.domain.metering;

/**
 * Is told what a command prints, as it comes. Called by one thread for each channel, so by two at a
 * time; the command waits while it is told. What it throws does not reach the command, and ends the
 * telling of that channel.
 */
@FunctionalInterface
public interface OutputListener {

  /** Looks at nothing. */
  OutputListener NONE = (channel, bytes, length) -> {};

  /**
   * @param bytes the first {@code length} of them were printed, cut anywhere; they are the caller's
   *     and change afterwards
   */
  void printed(Channel channel, byte[] bytes, int length);
}
