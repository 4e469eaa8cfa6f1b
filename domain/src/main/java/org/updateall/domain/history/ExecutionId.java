package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The identity of one plugin's execution within a run. */
public record ExecutionId(UUID value) implements Comparable<ExecutionId> {

  public ExecutionId {
    requireNonNull(value, "value");
  }

  /**
   * Orders as the text does, which for the identities of one {@link TimeOrderedIds} is the order of
   * their making.
   */
  @Override
  public int compareTo(ExecutionId other) {
    return value.toString().compareTo(other.value.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
