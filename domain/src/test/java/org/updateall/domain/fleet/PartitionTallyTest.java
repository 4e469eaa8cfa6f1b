package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is gathered of the rows of a file. */
final class PartitionTallyTest {

  private static final String PARTITION = "outcomes/month=2026-01/host=a/part.parquet";
  private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

  private final List<FleetRow> rows = SyntheticFleet.of(3, 2, 2, 5).rows(0);

  @Test
  void knowsTheEndsOfWhatCanBeLearnedFromAndCountsTheRest() {
    Instant end = rows.get(rows.size() - 3).startedAt();
    List<FleetRow> usable = rows.subList(0, rows.size() - 2);
    PartitionTally tally = new PartitionTally(PARTITION, end);

    rows.forEach(tally::add);

    PartitionFacts facts = tally.facts();
    assertEquals(usable.size(), facts.rows());
    assertEquals(2, facts.unusable());
    assertEquals("it began at " + rows.get(rows.size() - 2).startedAt(), facts.problem());
    assertEquals(rows.get(0).startedAt(), facts.firstStart());
    assertEquals(end, facts.lastStart());
    List<String> identities = usable.stream().map(FleetRow::executionId).sorted().toList();
    assertEquals(identities.get(0), facts.firstExecution());
    assertEquals(identities.get(identities.size() - 1), facts.lastExecution());
    assertEquals("host-00000", facts.host());
    assertEquals(FleetRow.FORMAT, facts.format());
  }

  @Test
  void refusesAFileOfSeveralHosts() {
    PartitionTally tally = new PartitionTally(PARTITION, UNTIL);
    tally.add(rows.get(0));
    tally.add(SyntheticFleet.of(3, 2, 2, 5).rows(1).get(0));
    tally.add(rows.get(1));

    assertEquals(PartitionFacts.unreadable(PARTITION, "it names several hosts"), tally.facts());
  }

  @Test
  void aNewerFileIsToldAsSuchWhateverIsWrongWithIt() {
    assertEquals(
        FleetRow.FORMAT + 1,
        PartitionFacts.refused(PARTITION, "it has other columns", FleetRow.FORMAT + 1).format());
    assertEquals(
        "it has other columns",
        PartitionFacts.refused(PARTITION, "it has other columns", FleetRow.FORMAT).fault());
    assertEquals("it is damaged", PartitionFacts.refused(PARTITION, "it is damaged", null).fault());
  }
}
