package org.updateall.domain.fleet;

/**
 * Port: tells what kind of machine this one is. What cannot be told is unknown, which is never an
 * error. Safe for use by several threads.
 */
public interface ProfileSource {

  /** What this machine tells of itself. */
  HostTraits traits();

  /** The kind of machine that this one is. */
  default HostProfile profile() {
    return traits().profile();
  }
}
