package org.updateall.application.fleet;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.updateall.domain.fleet.SizeClass;

/**
 * Which hosts there are.
 *
 * @param count how many
 * @param byOperatingSystem how many of each
 * @param bySize how many of each
 * @param withFewRuns how many have a plugin whose elapsed time rests on no model of its own runs
 */
public record FleetHosts(
    int count,
    SortedMap<String, Integer> byOperatingSystem,
    SortedMap<SizeClass, Integer> bySize,
    int withFewRuns) {

  public FleetHosts {
    byOperatingSystem = Collections.unmodifiableSortedMap(new TreeMap<>(byOperatingSystem));
    bySize = Collections.unmodifiableSortedMap(new TreeMap<>(bySize));
  }
}
