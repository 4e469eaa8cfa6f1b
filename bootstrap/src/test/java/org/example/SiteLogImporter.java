// snippet: importer
package org.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/** Reads /var/log/site-update.log: a line for each update, with begin, end, exit code, packages. */
public final class SiteLogImporter implements HistoryImporter {

  private static final String LOG = "/var/log/site-update.log";
  private static final Pattern LINE = Pattern.compile("(\\S+Z) (\\S+Z) (\\d{1,3}) (\\d{1,9})");

  @Override
  public String id() {
    return "site-log";
  }

  @Override
  public String description() {
    return "updates by the site's own script, with the download (" + LOG + ")";
  }

  @Override
  public Detection detect(SourceMachine machine) {
    Path file = machine.at(LOG);
    if (!Files.isRegularFile(file)) {
      return Detection.absent();
    }
    return Files.isReadable(file)
        ? Detection.found(List.of(LOG))
        : Detection.unreadable(List.of(LOG), "it may be read by root alone");
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    Path file = machine.at(LOG);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line, ++number, sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(LOG + " cannot be read", e);
    }
  }

  private void take(String line, long number, SightingSink sink) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      sink.skip(new SkippedRecord(LOG, number, "is no line of an update"));
      return;
    }
    try {
      int exitCode = Integer.parseInt(parts.group(3));
      sink.take(
          Sighting.builder(id(), parts.group(1), new PluginName("site"), Extent.SESSION)
              .exitCode(exitCode)
              .packagesUpdated(Integer.parseInt(parts.group(4)))
              .ended(
                  exitCode == 0 ? ExecutionStatus.SUCCESS : ExecutionStatus.FAILED,
                  Instant.parse(parts.group(1)),
                  Instant.parse(parts.group(2))));
    } catch (RuntimeException e) {
      sink.skip(new SkippedRecord(LOG, number, "has no times that can be: " + e.getMessage()));
    }
  }
}
// end
