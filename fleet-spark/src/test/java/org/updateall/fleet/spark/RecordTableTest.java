package org.updateall.fleet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordTableTest {

  /** One component of each type. */
  record Everything(
      String text,
      int number,
      @Nullable Integer optionalNumber,
      long large,
      @Nullable Long optionalLarge,
      double exact,
      @Nullable Double optionalExact,
      @Nullable Instant beganAt,
      List<Double> several) {}

  /** Has a component that no column can hold. */
  record Unheard(Thread thread) {}

  /** Refuses 0. */
  record Picky(int number) {
    Picky {
      if (number == 0) {
        throw new IllegalArgumentException("number is 0");
      }
    }
  }

  private static final RecordTable<Everything> TABLE = new RecordTable<>(Everything.class);

  @Test
  void namesColumnsInSnakeCase() {
    assertEquals(
        List.of(
            "text",
            "number",
            "optional_number",
            "large",
            "optional_large",
            "exact",
            "optional_exact",
            "began_at",
            "several"),
        List.of(TABLE.schema().fieldNames()));
  }

  @Test
  void givesEveryValueBackThatWentThroughSpark() {
    SparkSession spark = LocalSpark.session();
    SessionSettings.apply(spark);
    List<Everything> records =
        List.of(
            new Everything(
                "a ż 漢",
                1,
                2,
                3,
                4L,
                5.5,
                6.25,
                Instant.parse("2026-03-29T00:59:59.123456Z"),
                List.of(0.1, 1e300)),
            new Everything("", -1, null, Long.MIN_VALUE, null, -0.0, null, null, List.of()));

    List<Row> rows =
        spark
            .createDataset(records.stream().map(TABLE::toRow).toList(), TABLE.encoder())
            .collectAsList();

    assertEquals(records, rows.stream().map(TABLE::fromRow).toList());
  }

  @Test
  void refusesARecordThatNoColumnsCanHold() {
    assertThrows(IllegalArgumentException.class, () -> new RecordTable<>(Unheard.class).schema());
  }

  @Test
  void letsARecordRefuseItsValues() {
    RecordTable<Picky> table = new RecordTable<>(Picky.class);
    Row zero = RowFactory.create(0);

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> table.fromRow(zero));

    assertEquals("number is 0", refused.getMessage());
  }
}
