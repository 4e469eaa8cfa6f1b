package org.updateall.fleet.spark;

import io.vavr.control.Option;
import java.io.Serializable;
import java.time.Instant;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.PartitionVerdicts;

/**
 * Which rows can be learned from.
 *
 * @param until rows that began later cannot, nor can those from before {@link
 *     PartitionVerdicts#EARLIEST}
 */
record UsableRows(Instant until) implements Serializable {

  /** Why nothing can be learned from it, as a clause; none if something can. */
  Option<String> problem(FleetRow row) {
    return row.problem(until);
  }
}
