package org.updateall.domain.importing;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;

/** The sightings of one plugin, in the order of time, brought together. */
final class SightingsOfPlugin {

  private final Comparator<Sighting> mostBelievedFirst;
  private final List<Sighting> sightings;
  private final List<SightedUpdate> updates = new ArrayList<>();
  private final List<Sighting> leftOut = new ArrayList<>();

  /**
   * @param importers in the order in which they are believed
   */
  SightingsOfPlugin(List<Sighting> sightings, List<String> importers) {
    this.sightings = sightings;
    this.mostBelievedFirst =
        comparing((Sighting each) -> rank(each.extent()))
            .thenComparing(each -> importers.indexOf(each.importer()));
  }

  Reconciliation reconciled() {
    List<SightingGroup> transactions = transactions();
    List<SightingGroup> sessions =
        SightingGroup.of(sightings.stream().filter(SightingGroup::isSession));
    int first = 0;
    for (SightingGroup session : sessions) {
      while (first < transactions.size()
          && isLongBefore(transactions.get(first).span(), session.span())) {
        first++;
      }
      place(session, transactions, first);
    }
    for (SightingGroup transaction : transactions) {
      Coverage coverage = transaction.hasSession() ? Coverage.WHOLE : Coverage.INSTALL;
      updates.add(transaction.update(coverage, mostBelievedFirst));
    }
    return new Reconciliation(updates, leftOut);
  }

  private List<SightingGroup> transactions() {
    List<SightingGroup> groups = SightingGroup.of(of(Extent.TRANSACTION));
    IdentityHashMap<Sighting, List<Sighting>> partsOf = new IdentityHashMap<>();
    List<Sighting> lone = new ArrayList<>();
    int first = 0;
    for (Sighting part : of(Extent.PART).toList()) {
      while (first < groups.size() && isLongBefore(groups.get(first).span(), TimeSpan.of(part))) {
        first++;
      }
      SightingGroup owner = ownerOf(TimeSpan.of(part), groups, first);
      if (owner == null) {
        lone.add(part);
      } else {
        partsOf.computeIfAbsent(owner.members().get(0), key -> new ArrayList<>()).add(part);
      }
    }
    List<SightingGroup> all =
        lone.isEmpty()
            ? groups
            : SightingGroup.of(
                Stream.concat(of(Extent.TRANSACTION), LonePieces.joined(lone).stream())
                    .sorted(comparing(Sighting::start)));
    all.forEach(
        group ->
            group.members().forEach(each -> group.addParts(partsOf.getOrDefault(each, List.of()))));
    return all;
  }

  /** The transaction that encloses a piece; of several that with which it has most in common. */
  private static @Nullable SightingGroup ownerOf(
      TimeSpan part, List<SightingGroup> groups, int first) {
    SightingGroup owner = null;
    for (int i = first; i < groups.size() && !isLongBefore(part, groups.get(i).span()); i++) {
      TimeSpan span = groups.get(i).span();
      if (span.encloses(part)
          && (owner == null || span.overlap(part).compareTo(owner.span().overlap(part)) > 0)) {
        owner = groups.get(i);
      }
    }
    return owner;
  }

  private void place(SightingGroup session, List<SightingGroup> transactions, int first) {
    List<SightingGroup> within = new ArrayList<>();
    for (int i = first;
        i < transactions.size() && !isLongBefore(session.span(), transactions.get(i).span());
        i++) {
      if (session.span().encloses(transactions.get(i).span())) {
        within.add(transactions.get(i));
      }
    }
    if (within.size() > 1) {
      within.removeIf(each -> isMostlyOutside(each.span(), session.span()));
    }
    if (within.isEmpty()) {
      updates.add(session.update(coverageAlone(session, transactions), mostBelievedFirst));
    } else if (within.size() == 1 && !within.get(0).hasSession()) {
      within.get(0).addAll(session);
    } else {
      leftOut.addAll(session.members());
    }
  }

  /** Where several are so near to a session, the one before and the one after are not in it. */
  private static boolean isMostlyOutside(TimeSpan transaction, TimeSpan session) {
    return session.overlap(transaction).multipliedBy(2).compareTo(transaction.length()) < 0;
  }

  /**
   * A session without a transaction only looked what there is to update if a source says so, or if
   * none tells of packages although transactions were logged by then.
   */
  private static Coverage coverageAlone(SightingGroup session, List<SightingGroup> transactions) {
    List<Integer> packages =
        session.members().stream()
            .map(Sighting::packagesUpdated)
            .flatMap(Stream::ofNullable)
            .toList();
    if (!packages.isEmpty()) {
      return packages.stream().allMatch(count -> count == 0) && looked(session)
          ? Coverage.CHECK
          : Coverage.WHOLE;
    }
    Instant logged = transactions.isEmpty() ? Instant.MAX : transactions.get(0).span().from();
    return looked(session) || logged.isBefore(session.span().from())
        ? Coverage.CHECK
        : Coverage.WHOLE;
  }

  private static boolean looked(SightingGroup session) {
    return session.members().stream().anyMatch(each -> each.extent() == Extent.CHECK);
  }

  private static boolean isLongBefore(TimeSpan earlier, TimeSpan later) {
    return earlier.to().isBefore(later.from().minus(TimeSpan.TOLERANCE));
  }

  private Stream<Sighting> of(Extent extent) {
    return sightings.stream().filter(each -> each.extent() == extent);
  }

  private static int rank(Extent extent) {
    return switch (extent) {
      case TRANSACTION -> 0;
      case SESSION -> 1;
      case CHECK -> 2;
      case PART -> 3;
    };
  }
}
