package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.FleetOutputContract;
import org.updateall.domain.fleet.FleetResults;
import org.updateall.domain.fleet.InMemoryPriorShelf;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.fleet.PriorTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The output as real files, read by the engine itself. */
class ParquetFleetOutputTest extends FleetOutputContract {

  private final InMemoryPriorShelf shelf = new InMemoryPriorShelf();
  private final ParquetFleetOutput output = new ParquetFleetOutput(shelf);

  @TempDir private Path directory;

  @Override
  protected FleetOutput output() {
    return output;
  }

  @Override
  protected List<FleetForecast> forecasts(Path target) throws Exception {
    return rows(target, FleetForecast.TABLE, ParquetFleetOutputTest::forecast);
  }

  @Override
  protected List<FleetModel> models(Path target) throws Exception {
    return rows(target, FleetModel.TABLE, ParquetFleetOutputTest::model);
  }

  /** The fake writes under the name that the file has before all of it is moved. */
  @Override
  protected PriorTable priors(Path target) {
    return shelf.read(target.resolveSibling(".out.unfinished/priors.json")).get();
  }

  @Override
  protected List<PartitionReport> partitions(Path target) throws Exception {
    JsonNode document = JsonMapper.shared().readTree(target.resolve("partitions.json").toFile());
    assertEquals("update-all fleet partitions", document.get("kind").asString());
    List<PartitionReport> reports = new ArrayList<>();
    for (JsonNode each : document.get("partitions")) {
      reports.add(
          new PartitionReport(
              each.get("partition").asString(),
              each.get("rows").asLong(),
              each.get("leftOut").asLong(),
              each.get("reason").isNull() ? null : each.get("reason").asString()));
    }
    return reports;
  }

  @Override
  protected void putSomethingElse(Path target) throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("thesis.txt"), "dear");
  }

  private interface Reading<T> {
    T row(ResultSet answer) throws SQLException;
  }

  private static <T> List<T> rows(Path target, String table, Reading<T> reading)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    if (Files.notExists(target)) {
      return rows;
    }
    try (Connection connection = FleetParquet.connection();
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT * FROM read_parquet('%s/part-*.parquet')"
                    .formatted(FleetParquet.quoted(target.resolve(table))))) {
      while (answer.next()) {
        rows.add(reading.row(answer));
      }
    }
    return rows;
  }

  private static FleetForecast forecast(ResultSet row) throws SQLException {
    Array quantiles = row.getArray("quantiles");
    boolean withRuns = row.getObject("last_run") != null;
    return new FleetForecast(
        row.getString("host"),
        row.getString("operating_system"),
        row.getString("size_class"),
        row.getString("plugin_name"),
        row.getString("target"),
        row.getInt("runs"),
        withRuns ? row.getObject("last_run", OffsetDateTime.class).toInstant() : null,
        withRuns ? (Double) row.getDouble("last_value") : null,
        row.getString("basis"),
        row.getString("model"),
        row.getDouble("point"),
        row.getDouble("lower"),
        row.getDouble("upper"),
        row.getDouble("level"),
        Arrays.stream((Object[]) quantiles.getArray()).map(each -> (Double) each).toList());
  }

  private static FleetModel model(ResultSet row) throws SQLException {
    return new FleetModel(
        row.getString("plugin_name"),
        row.getString("hostname"),
        row.getString("target"),
        row.getString("family"),
        row.getString("form"),
        row.getString("scale"),
        row.getInt("observations"),
        row.getObject("last_observation", OffsetDateTime.class).toInstant(),
        row.getString("fingerprint"),
        row.getObject("trained_at", OffsetDateTime.class).toInstant(),
        row.getString("document"));
  }

  private Path target() {
    return directory.resolve("out");
  }

  private Path unfinished() {
    return directory.resolve(".out.unfinished");
  }

  private FleetOutput.Draft begin() {
    return output.begin(target(), "plan").get();
  }

  private static void write(FleetOutput.Draft draft, int number, String host) {
    draft.writePart(
        number, List.of(FleetResults.forecast(host)), List.of(FleetResults.model(host)));
  }

  private static void finish(FleetOutput.Draft draft) {
    FleetOutput.Counts counts = draft.finish(FleetResults.priors(), FleetResults.reports());
    assertTrue(counts.forecasts() >= 0);
  }

  private void makeOne(String host) {
    try (FleetOutput.Draft draft = begin()) {
      write(draft, 0, host);
      finish(draft);
    }
  }

  private static Set<String> names(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> tree.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void isTheseFilesAndNoOthers() throws Exception {
    try (FleetOutput.Draft draft = begin()) {
      write(draft, 0, "atlas");
      write(draft, 123, "zeus");
      Files.writeString(unfinished().resolve("priors.json"), "{}");
      finish(draft);
    }

    assertEquals(
        Set.of(
            "_SUCCESS",
            "partitions.json",
            "priors.json",
            "forecasts/part-00000.parquet",
            "forecasts/part-00123.parquet",
            "models/part-00000.parquet",
            "models/part-00123.parquet"),
        names(target()));
    assertEquals(Set.of(".out.lock"), difference(names(directory), names(target())));
  }

  private static Set<String> difference(Set<String> all, Set<String> within) {
    return all.stream()
        .filter(name -> within.stream().noneMatch(each -> name.equals("out/" + each)))
        .collect(Collectors.toSet());
  }

  @Test
  void writesQuantilesAsAListOfNumbers() throws Exception {
    makeOne("atlas");

    assertEquals(
        List.of(List.of("DOUBLE[]")),
        FleetParquet.read(
            "SELECT column_type FROM (DESCRIBE SELECT quantiles FROM '%s/forecasts/*.parquet')"
                .formatted(FleetParquet.quoted(target()))));
    assertEquals(
        FleetResults.forecast("atlas").quantiles(), forecasts(target()).get(0).quantiles());
  }

  @Test
  void writesTimesThatAreToldToBeUtc() throws Exception {
    makeOne("atlas");

    assertEquals(
        List.of(List.of("TIMESTAMP WITH TIME ZONE")),
        FleetParquet.read(
            "SELECT column_type FROM (DESCRIBE SELECT trained_at FROM '%s/models/*.parquet')"
                .formatted(FleetParquet.quoted(target()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with a space", "it's \"quoted\"", "*[x]?", "東京 🏠", "a/b/c"})
  void isMadeWhereverItIsAskedFor(String name) throws Exception {
    Path place = directory.resolve(name);
    try (FleetOutput.Draft draft = output.begin(place, "plan").get()) {
      write(draft, 0, "atlas");
      write(draft, 1, "zeus");
      assertEquals(new FleetOutput.Counts(2, 2), draft.finish(FleetResults.priors(), List.of()));
    }

    assertTrue(Files.exists(place.resolve("_SUCCESS")));
    assertTrue(Files.exists(place.resolve("forecasts/part-00001.parquet")));
  }

  @Test
  void refusesAFileAndALinkAndLeavesThemAlone() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "dear");
    makeOne("atlas");
    Path link = Files.createSymbolicLink(directory.resolve("link"), target());

    assertTrue(output.begin(file, "plan").isLeft());
    assertTrue(output.begin(link, "plan").isLeft());
    assertTrue(output.begin(Path.of("/"), "plan").isLeft());

    assertEquals("dear", Files.readString(file));
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void refusesADirectoryWithAnythingElseInItAndLeavesItAlone() throws Exception {
    makeOne("atlas");
    Files.writeString(target().resolve("thesis.txt"), "dear");
    Set<String> before = names(directory);

    assertEquals(
        "%s is there already, and is no output of this command. Name another place."
            .formatted(target()),
        output.begin(target(), "plan").getLeft().message());
    assertEquals(before, names(directory));
  }

  @Test
  void takesAnEmptyDirectory() throws Exception {
    Files.createDirectory(target());

    makeOne("atlas");

    assertEquals(List.of(FleetResults.model("atlas")), models(target()));
  }

  @Test
  void leavesAloneWhatSomebodyPutThereMeanwhileAndCanBeGoneOnWith() throws Exception {
    try (FleetOutput.Draft draft = begin()) {
      write(draft, 0, "atlas");
      putSomethingElse(target());
      assertThrows(UncheckedIOException.class, () -> finish(draft));
    }
    assertEquals("dear", Files.readString(target().resolve("thesis.txt")));
    Files.delete(target().resolve("thesis.txt"));
    Files.delete(target());

    try (FleetOutput.Draft draft = begin()) {
      assertTrue(draft.hasPart(0));
      finish(draft);
    }
    assertEquals(List.of(FleetResults.model("atlas")), models(target()));
  }

  @Test
  void takesNoPartThatWasNotWrittenWhole() throws Exception {
    try (FleetOutput.Draft draft = begin()) {
      write(draft, 0, "atlas");
      write(draft, 1, "zeus");
    }
    Path forecast = unfinished().resolve("forecasts/part-00001.parquet");
    Files.move(forecast, forecast.resolveSibling(".part-00001.parquet"));
    DamagedFiles.cut(forecast.resolveSibling(".part-00001.parquet"), 40);

    try (FleetOutput.Draft draft = begin()) {
      assertTrue(draft.hasPart(0));
      assertFalse(draft.hasPart(1));
      write(draft, 1, "hera");
      finish(draft);
    }

    assertEquals(
        List.of(FleetResults.model("atlas"), FleetResults.model("hera")), models(target()));
    assertTrue(names(target()).stream().noneMatch(name -> name.contains("/.")));
  }

  @Test
  void beginsAnewWhereNoPlanWasWritten() throws Exception {
    try (FleetOutput.Draft draft = begin()) {
      write(draft, 0, "atlas");
    }
    Files.delete(unfinished().resolve("plan"));

    try (FleetOutput.Draft draft = begin()) {
      assertFalse(draft.hasPart(0));
    }
  }

  @Test
  void bringsBackAnOutputThatAnInterruptionTookAway() throws Exception {
    makeOne("atlas");
    Files.move(target(), directory.resolve(".out.old"));

    try (FleetOutput.Draft draft = begin()) {
      assertFalse(draft.hasPart(0));
      assertEquals(List.of(FleetResults.model("atlas")), models(target()));
    }
  }

  @Test
  void waitsForNoOtherProcessAndGoesOnWithWhatAKilledOneLeft() throws Exception {
    try (ChildJvm child = ChildJvm.start(DraftingProgram.class, target())) {
      assertEquals("written", child.line());
      for (int i = 0; i < 2; i++) {
        assertEquals(
            "%s is being written by another process. Wait for it, or name another place."
                .formatted(target()),
            output.begin(target(), "plan").getLeft().message());
      }
      child.kill();
    }

    try (FleetOutput.Draft draft = begin()) {
      assertTrue(draft.hasPart(0));
      finish(draft);
    }
    assertEquals(List.of(FleetResults.model("atlas")), models(target()));
  }

  /** The system gives back all locks of a process on a file with the first channel closed. */
  @Test
  void keepsOtherProcessesOutThoughAnotherThreadWasRefused() throws Exception {
    try (FleetOutput.Draft draft = begin()) {
      assertTrue(output.begin(target(), "plan").isLeft());
      try (ChildJvm child = ChildJvm.start(DraftingProgram.class, target())) {
        assertEquals("refused", child.line());
      }
      write(draft, 0, "zeus");
    }
  }

  @Test
  void isForItsOwnerAlone() throws Exception {
    makeOne("atlas");

    for (String name : List.of("forecasts/part-00000.parquet", "partitions.json")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(target().resolve(name))));
    }
  }

  @Test
  void saysThatAPlaceCannotBeWritten() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "dear");

    assertThrows(
        UncheckedIOException.class, () -> output.begin(file.resolve("within/out"), "plan"));
  }
}
