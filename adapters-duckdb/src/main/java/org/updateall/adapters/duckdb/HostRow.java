package org.updateall.adapters.duckdb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.HostTraits;

/** What a fleet's tree has of one host; the components are its columns, in their order. */
record HostRow(
    String host,
    String operatingSystem,
    String sizeClass,
    @Nullable Integer processors,
    @Nullable Long memoryBytes,
    Instant exportedAt,
    int format) {

  static HostRow of(String host, HostTraits traits, Instant exportedAt) {
    return new HostRow(
        host,
        traits.operatingSystem(),
        traits.profile().size().wireName(),
        traits.processors(),
        traits.memoryBytes(),
        exportedAt,
        FleetRow.FORMAT);
  }
}
