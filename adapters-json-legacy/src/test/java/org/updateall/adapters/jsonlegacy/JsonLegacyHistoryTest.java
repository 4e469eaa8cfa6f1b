package org.updateall.adapters.jsonlegacy;

import com.google.inject.Guice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.LegacyHistory;
import org.updateall.domain.history.LegacyHistoryContract;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

class JsonLegacyHistoryTest extends LegacyHistoryContract {

  private final LegacyHistory history =
      Guice.createInjector(new JsonLegacyModule()).getInstance(LegacyHistory.class);

  private final Path directory;
  private int files;

  JsonLegacyHistoryTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected LegacyHistory legacyHistory() {
    return history;
  }

  @Override
  protected Path fileOf(List<Run> runs) {
    return write(newFile(), RunJson.of(runs));
  }

  @Override
  protected Path fileWithAnUnreadableRecordBetween(Run first, Run last) {
    List<String> records = List.of(RunJson.of(first), "{\"id\": \"no start\"}", RunJson.of(last));
    return write(newFile(), records.toString());
  }

  @Override
  protected Path fileThatIsNoHistory() {
    return write(newFile(), "# History\n");
  }

  @Override
  protected void change(Path file, List<Run> runs) {
    write(file, RunJson.of(runs));
  }

  @Override
  protected Path directory() {
    return directory.resolve("backups").resolve("json");
  }

  private Path newFile() {
    return directory.resolve("history-%d.json".formatted(++files));
  }

  private static Path write(Path file, String content) {
    try {
      return Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes runs as the old format has them. */
  private static final class RunJson {

    static String of(List<Run> runs) {
      return runs.stream().map(RunJson::of).toList().toString();
    }

    static String of(Run run) {
      List<String> fields = new ArrayList<>();
      fields.add(field("id", run.runId()));
      fields.add(field("start_time", run.startTime()));
      fields.add(field("end_time", run.endTime()));
      fields.add(field("hostname", run.hostname()));
      fields.add(field("username", run.username()));
      fields.add(field("config_hash", run.configHash()));
      fields.add("\"plugins\": " + run.executions().stream().map(RunJson::plugin).toList());
      return "{%s}".formatted(String.join(", ", fields));
    }

    private static String plugin(PluginExecution execution) {
      List<String> fields = new ArrayList<>();
      fields.add(field("name", execution.pluginName()));
      fields.add(field("status", execution.status().wireName()));
      fields.add(field("start_time", execution.startTime()));
      fields.add(field("end_time", execution.endTime()));
      fields.add(field("error_message", execution.errorMessage()));
      fields.add(number("packages_updated", execution.packagesUpdated()));
      fields.add(number("packages_total", execution.packagesTotal()));
      fields.add(number("exit_code", execution.exitCode()));
      return "{%s}".formatted(String.join(", ", fields));
    }

    private static String field(String name, @Nullable Object value) {
      return value == null
          ? "\"%s\": null".formatted(name)
          : "\"%s\": \"%s\"".formatted(name, value.toString().replace("\n", "\\n"));
    }

    private static String number(String name, @Nullable Integer value) {
      return "\"%s\": %s".formatted(name, value);
    }
  }
}
