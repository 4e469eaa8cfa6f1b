package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionVerdictsTest {

  private static final Instant FIRST = FleetRows.at(0);
  private static final Instant LAST = FleetRows.at(9);

  private static PartitionFacts facts(String partition, String host, String lastExecution) {
    return new PartitionFacts(
        partition, null, 1, host, 10, 0, null, FIRST, LAST, "execution-1", lastExecution);
  }

  private static PartitionFacts whole(String host) {
    return facts(path("2026-03", host), host, "of " + host);
  }

  private static PartitionFacts unusable(String host, long rows, long unusable) {
    return new PartitionFacts(
        path("2026-03", host),
        null,
        1,
        host,
        rows,
        unusable,
        "a figure is -1",
        rows == 0 ? null : FIRST,
        rows == 0 ? null : LAST,
        rows == 0 ? null : "a",
        rows == 0 ? null : "b");
  }

  private static String path(String month, String host) {
    return "outcomes/month=%s/host=%s/part.parquet".formatted(month, host);
  }

  private static PartitionVerdicts of(PartitionFacts... facts) {
    return PartitionVerdicts.of(List.of(facts));
  }

  private static @Nullable String reason(PartitionVerdicts verdicts, int index) {
    return verdicts.reports().get(index).reason();
  }

  @Test
  void takesWhatIsWhole() {
    PartitionVerdicts verdicts = of(whole("b"), whole("a"));

    assertEquals(List.of(whole("a"), whole("b")), verdicts.taken());
    assertEquals(
        List.of(
            new PartitionReport(path("2026-03", "a"), 10, 0, null),
            new PartitionReport(path("2026-03", "b"), 10, 0, null)),
        verdicts.reports());
    assertTrue(verdicts.reports().get(0).isWhole());
  }

  @Test
  void leavesOutWhatIsDamaged() {
    PartitionVerdicts verdicts =
        of(whole("a"), PartitionFacts.unreadable(path("2026-03", "b"), "it ends too soon"));

    assertEquals(List.of(whole("a")), verdicts.taken());
    assertEquals("it ends too soon; export that month of that host again", reason(verdicts, 1));
    assertFalse(verdicts.reports().get(1).isWhole());
  }

  @Test
  void leavesOutWhatANewerProgramWrote() {
    PartitionFacts newer =
        new PartitionFacts(path("2026-03", "a"), null, 2, "a", 8, 2, "x", FIRST, LAST, "a", "b");

    PartitionVerdicts verdicts = of(newer);

    assertEquals(List.of(), verdicts.taken());
    assertEquals(
        List.of(
            new PartitionReport(
                path("2026-03", "a"),
                0,
                10,
                "it was written by a newer update-all (format 2, this one knows 1); update this one")),
        verdicts.reports());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01", "1999-12", ""})
  void leavesOutAMonthThatAClockShowsWhichWasNotSet(String month) {
    PartitionVerdicts verdicts = of(facts(path(month, "a"), "a", "z"));

    assertEquals(List.of(), verdicts.taken());
    assertEquals(
        "its month is %s, so that host's clock was not set; delete it".formatted(month),
        reason(verdicts, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcomes/month=2000-01/host=a/part.parquet",
        "outcomes/month=2199-12/host=a/part.parquet",
        "outcomes/part.parquet"
      })
  void takesAnyOtherMonthAndWhereNoneIsNamed(String partition) {
    assertEquals(1, of(facts(partition, "a", "z")).taken().size());
  }

  @Test
  void leavesOutTheSecondOfTwoWithTheSameExecutionsByPathWhateverTheOrder() {
    PartitionFacts first = facts("outcomes/month=2026-03/host=a/copy.parquet", "a", "z");
    PartitionFacts second = facts("outcomes/month=2026-03/host=a/part.parquet", "a", "z");
    PartitionVerdicts verdicts = of(second, first);

    assertEquals(List.of(first), verdicts.taken());
    assertEquals(
        "it holds the same executions as outcomes/month=2026-03/host=a/copy.parquet; delete one of them",
        reason(verdicts, 1));
    assertEquals(10, verdicts.reports().get(1).leftOut());
    assertEquals(verdicts, of(first, second));
  }

  @Test
  void takesForRepetitionOnlyWhatIsAlikeInNumberAndEnds() {
    PartitionFacts one = facts(path("2026-03", "a"), "a", "z");
    PartitionFacts shorter =
        new PartitionFacts(
            path("2026-04", "a"), null, 1, "a", 9, 0, null, FIRST, LAST, "execution-1", "z");
    PartitionFacts earlier =
        new PartitionFacts(
            path("2026-05", "a"),
            null,
            1,
            "a",
            10,
            0,
            null,
            FIRST.minusSeconds(1),
            LAST,
            "execution-1",
            "z");

    assertEquals(3, of(one, shorter, earlier).taken().size());
  }

  @Test
  void doesNotTakeADamagedFileForTheFirstOfTwo() {
    PartitionFacts damaged = PartitionFacts.unreadable("outcomes/a.parquet", "damaged");
    PartitionFacts old = facts(path("1970-01", "a"), "a", "z");
    PartitionFacts good = facts(path("2026-03", "a"), "a", "z");

    assertEquals(List.of(good), of(damaged, old, good).taken());
  }

  @Test
  void takesEveryFileWithoutUsableRows() {
    PartitionFacts empty =
        new PartitionFacts("outcomes/a", null, null, null, 0, 0, null, null, null, null, null);
    PartitionFacts other =
        new PartitionFacts("outcomes/b", null, null, null, 0, 0, null, null, null, null, null);

    PartitionVerdicts verdicts = of(empty, other);

    assertEquals(List.of(empty, other), verdicts.taken());
    assertEquals(Option.none(), verdicts.asOf());
  }

  @Test
  void countsTheRowsThatCannotBeUsed() {
    PartitionVerdicts verdicts = of(unusable("a", 5, 1234));

    assertEquals(1, verdicts.taken().size());
    assertEquals(
        List.of(
            new PartitionReport(
                path("2026-03", "a"),
                5,
                1234,
                "1234 of its rows cannot be learned from, one because a figure is -1; correct them on"
                    + " that host and export again")),
        verdicts.reports());
  }

  @Test
  void saysTheSameWhateverDigitsTheUserReads() {
    PartitionVerdicts expected = of(unusable("a", 5, 12));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, of(unusable("a", 5, 12)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isAsOfTheNewestExecutionThatIsTaken() {
    PartitionFacts later =
        new PartitionFacts(
            path("2026-03", "c"), null, 2, "c", 1, 0, null, LAST, LAST.plusSeconds(99), "c", "c");

    assertEquals(Option.some(LAST), of(whole("a"), unusable("b", 0, 3), later).asOf());
    assertEquals(Option.none(), of().asOf());
  }

  @Test
  void changesWithNoneOfItsLists() {
    List<PartitionFacts> facts = new ArrayList<>(List.of(whole("b"), whole("a")));
    PartitionVerdicts verdicts = PartitionVerdicts.of(facts);
    Collections.reverse(facts);
    facts.clear();

    assertEquals(2, verdicts.taken().size());
  }
}
