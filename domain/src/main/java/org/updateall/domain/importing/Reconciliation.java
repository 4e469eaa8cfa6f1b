package org.updateall.domain.importing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.domain.history.PluginName;

/**
 * What sightings come to once it is found out which of them are of the same update, so that each is
 * known once. Sightings of one source are never of the same update. Those of several sources are if
 * they overlap for at least half of the shorter, or began within two seconds of each other; pieces
 * belong to the transaction that encloses them. A session in which there was one transaction is
 * known together with it; one with several is left out, since what it tells of all of them cannot
 * be divided.
 *
 * @param updates the updates, oldest first
 * @param leftOut sessions of several transactions, which are told one by one
 */
public record Reconciliation(List<SightedUpdate> updates, List<Sighting> leftOut) {

  public Reconciliation {
    updates = List.copyOf(updates);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * @param importers the importers in the order in which they are believed
   */
  public static Reconciliation of(List<Sighting> sightings, List<String> importers) {
    Map<PluginName, List<Sighting>> byPlugin =
        sightings.stream()
            .sorted(
                comparing(Sighting::start)
                    .thenComparing(each -> importers.indexOf(each.importer()))
                    .thenComparing(Sighting::nativeId))
            .collect(groupingBy(Sighting::plugin, TreeMap::new, toList()));
    List<SightedUpdate> updates = new ArrayList<>();
    List<Sighting> leftOut = new ArrayList<>();
    for (List<Sighting> sightingsOfPlugin : byPlugin.values()) {
      Reconciliation part = new SightingsOfPlugin(sightingsOfPlugin, importers).reconciled();
      updates.addAll(part.updates);
      leftOut.addAll(part.leftOut);
    }
    updates.sort(comparing(SightedUpdate::start));
    return new Reconciliation(updates, leftOut);
  }
}
