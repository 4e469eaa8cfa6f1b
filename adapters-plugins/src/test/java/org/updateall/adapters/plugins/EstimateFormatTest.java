package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.PackageUpdate;

/** All the ways in which the documents of the protocol write an estimate. */
final class EstimateFormatTest {

  private final EstimateFormat format = new EstimateFormat();

  private static final AnnouncedWork TWO =
      new AnnouncedWork(
          2,
          List.of(
              new PackageUpdate("one", null, "1.1", 40L),
              new PackageUpdate("two", null, "2.1", 60L)),
          100L,
          DownloadPrecision.ROUNDED,
          30.0);

  private static final String BARE =
      """
      {"total_bytes": 100, "package_count": 2, "estimated_seconds": 30,
       "packages": [{"name": "one", "version": "1.1", "size_bytes": 40},
                    {"name": "two", "version": "2.1", "size_bytes": 60}]}
      """;

  @Test
  void readsBothEnvelopes() {
    assertEquals(Either.right(TWO), format.read(BARE));
    assertEquals(
        Either.right(TWO), format.read("{\"status\": \"success\", \"data\": " + BARE + "}"));
  }

  @Test
  void readsTheNamesOfThePlan() {
    assertEquals(
        Either.right(
            new AnnouncedWork(
                1,
                List.of(new PackageUpdate("one", "1.0", "1.1", 40L)),
                40L,
                DownloadPrecision.ROUNDED,
                12.5)),
        format.read(
            """
            {"status": "success", "data": {"applicable": true,
             "packages_to_update": [{"name": "one", "current_version": "1.0",
                "new_version": "1.1", "download_size_bytes": 40, "installed_size_bytes": 99}],
             "total_download_size_bytes": 40, "estimated_time_seconds": 12.5}}
            """));
  }

  @Test
  void whatIsNotToldIsAbsent() {
    assertEquals(
        Either.right(AnnouncedWork.ofCount(5)), format.read("{\"data\":{\"package_count\": 5}}"));
    assertEquals(
        Either.right(AnnouncedWork.ofBytes(7, DownloadPrecision.ROUNDED)),
        format.read("{\"total_bytes\": 7.0, \"package_count\": -1, \"estimated_seconds\": null}"));
    assertEquals(Either.right(AnnouncedWork.ofCount(0)), format.read("{\"package_count\": 0}"));
  }

  @Test
  void countsAgainstTheListBelieveTheCount() {
    assertEquals(
        Either.right(AnnouncedWork.ofCount(1)),
        format.read("{\"package_count\": 1, \"packages\": [{\"name\":\"a\"},{\"name\":\"b\"}]}"));
  }

  @Test
  void tellsWhyItCannotBeRead() {
    assertEquals(
        Either.left("it reports: no network"),
        format.read(
            "{\"status\":\"error\",\"error\":{\"code\":\"X\",\"message\":\"no network\"}}"));
    assertEquals(
        Either.left("it reports: no network"),
        format.read("{\"status\":\"error\",\"error\":\"no network\"}"));
    assertEquals(Either.left("what it prints is no JSON object"), format.read("[1]"));
    assertEquals(
        Either.left("what it prints has no figure that is known"), format.read("{\"a\":1}"));
    assertTrue(format.read("").isLeft());
    assertTrue(format.read("{").isLeft());
    assertTrue(format.read("{\"a\":".repeat(5000)).isLeft());
  }

  @Test
  void oddNamesAreMadeReadable() {
    assertEquals(
        "a b c",
        format
            .read("{\"packages\":[{\"name\":\"a\\nb\\u001b[31m\\tc\",\"version\":\"\\u0007\"}]}")
            .get()
            .packages()
            .get(0)
            .name());
    assertEquals(
        Either.left("it reports: no network"),
        format.read("{\"status\":\"error\",\"error\":\"no\\nnetwork\"}"));
  }

  @Test
  void knowsWhenItDoesNotApply() {
    assertTrue(
        EstimateFormat.saysNotApplicable(
            "{\"status\":\"success\",\"data\":{\"applicable\":false}}"));
    assertFalse(EstimateFormat.saysNotApplicable(BARE));
  }
}
