package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The identity of a run. */
public record RunId(UUID value) implements Comparable<RunId> {

  public RunId {
    requireNonNull(value, "value");
  }

  /**
   * Orders as the text does, which for the identities of one {@link TimeOrderedIds} is the order of
   * their making.
   */
  @Override
  public int compareTo(RunId other) {
    return value.toString().compareTo(other.value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
