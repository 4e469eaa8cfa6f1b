package org.updateall.domain.metering;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.ResourceUsage;

/**
 * What a command used, and how that is known.
 *
 * @param usage the figures; what was not measured is absent
 * @param metering by which methods they were had, and why others are absent
 */
public record MeasuredUsage(ResourceUsage usage, Metering metering) {

  public MeasuredUsage {
    requireNonNull(usage, "usage");
    requireNonNull(metering, "metering");
  }
}
