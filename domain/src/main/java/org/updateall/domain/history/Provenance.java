package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where an execution is known from that update-all did not run itself.
 *
 * @param source the logs that told of it, such as {@code apt}, joined by {@code +} where several
 *     did, the one that gave the identity first
 * @param coverage which part of the update its figures cover
 * @param ambiguousTime whether a time of it was written in a local hour that the clock went through
 *     twice
 */
public record Provenance(String source, Coverage coverage, boolean ambiguousTime) {

  private static final int MAX_SOURCE_LENGTH = 200;

  /**
   * @throws IllegalArgumentException if the source is blank or too long
   */
  public Provenance {
    Require.text("source", source, MAX_SOURCE_LENGTH);
    requireNonNull(coverage, "coverage");
  }

  /** The logs that told of it, each by itself, the one that gave the identity first. */
  public List<String> sources() {
    return List.of(source.split("\\+", -1));
  }
}
