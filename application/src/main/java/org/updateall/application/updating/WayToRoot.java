package org.updateall.application.updating;

/** What is done about plugins that need root. */
public enum WayToRoot {
  /** Nothing will be run, so that none is needed. */
  UNNEEDED,
  /** They are left out where sudo does not let us at once. */
  UNASKED,
  /** Somebody is there who can be asked for a password. */
  ASKED
}
