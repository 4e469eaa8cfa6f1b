package org.updateall.domain.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.domain.history.Coverage;

/** Sightings of several sources that are of the same update, and the pieces in it. */
final class SightingGroup {

  /** How many of the latest groups a sighting may belong to: the earlier ones are long over. */
  private static final int NEIGHBOURS = 16;

  private final List<Sighting> members = new ArrayList<>();
  private final List<Sighting> parts = new ArrayList<>();
  private TimeSpan span;

  private SightingGroup(Sighting first) {
    members.add(first);
    span = TimeSpan.of(first);
  }

  /** The groups that these sightings make, which come in the order of time. */
  static List<SightingGroup> of(Stream<Sighting> inOrderOfTime) {
    List<SightingGroup> groups = new ArrayList<>();
    inOrderOfTime.forEach(
        sighting -> {
          for (int i = groups.size() - 1; i >= Math.max(0, groups.size() - NEIGHBOURS); i--) {
            if (groups.get(i).takes(sighting)) {
              groups.get(i).add(sighting);
              return;
            }
          }
          groups.add(new SightingGroup(sighting));
        });
    return groups;
  }

  List<Sighting> members() {
    return members;
  }

  List<Sighting> parts() {
    return parts;
  }

  TimeSpan span() {
    return span;
  }

  void addParts(List<Sighting> more) {
    parts.addAll(more);
  }

  /** Takes in a session around a transaction. */
  void addAll(SightingGroup session) {
    session.members.forEach(this::add);
  }

  boolean hasSession() {
    return members.stream().anyMatch(SightingGroup::isSession);
  }

  static boolean isSession(Sighting sighting) {
    return sighting.extent() == Extent.SESSION || sighting.extent() == Extent.CHECK;
  }

  SightedUpdate update(Coverage coverage, Comparator<Sighting> mostBelievedFirst) {
    return new SightedUpdate(members.stream().sorted(mostBelievedFirst).toList(), parts, coverage);
  }

  private boolean takes(Sighting other) {
    return members.stream().noneMatch(each -> each.importer().equals(other.importer()))
        && TimeSpan.of(other).isMostlyThatOf(span);
  }

  private void add(Sighting sighting) {
    members.add(sighting);
    span = span.with(TimeSpan.of(sighting));
  }
}
