package org.updateall.domain.history;

/** What recording a run changed. */
public enum RecordOutcome {
  /** The run was not there before. */
  ADDED,
  /** A run of that identity was there and said something else; it now says this. */
  UPDATED,
  /** The same run was there already. */
  UNCHANGED
}
