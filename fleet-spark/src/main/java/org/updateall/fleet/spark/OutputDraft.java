package org.updateall.fleet.spark;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;

/**
 * The output while it is being written: a hidden directory beside its place, which gets its name
 * when it is whole. What an interrupted job left there is thrown away by the next.
 */
final class OutputDraft {

  static final String PRIORS = "priors.json";
  static final String PARTITIONS = "partitions.json";
  static final String METRICS = "metrics.json";

  /** Written last. */
  static final String SUCCESS = "_SUCCESS";

  private static final Set<String> NAMES =
      Set.of(FleetForecast.TABLE, FleetModel.TABLE, PRIORS, PARTITIONS, METRICS, SUCCESS);

  private final FileSystem files;
  private final Path target;
  private final Path directory;

  private OutputDraft(FileSystem files, Path target) {
    this.files = files;
    this.target = target;
    this.directory = sibling(".unfinished");
  }

  /**
   * @param output path or address of the place
   * @throws UncheckedIOException if it cannot be looked at
   */
  static OutputDraft at(String output, Configuration configuration) {
    try {
      Path path = new Path(output);
      FileSystem files = path.getFileSystem(configuration);
      return new OutputDraft(files, files.makeQualified(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why that place is not taken; none if it is. */
  Option<String> refusal() throws IOException {
    if (target.isRoot()) {
      return Option.some("%s is no place for a directory. Name another place.".formatted(target));
    }
    return files.exists(target) && !isOutput()
        ? Option.some(
            "%s is there already, and is no output of this job. Name another place."
                .formatted(target))
        : Option.none();
  }

  private boolean isOutput() throws IOException {
    if (!files.getFileStatus(target).isDirectory()) {
      return false;
    }
    Set<String> names =
        Arrays.stream(files.listStatus(target))
            .map(each -> each.getPath().getName())
            .collect(Collectors.toSet());
    return names.isEmpty() || (names.contains(PARTITIONS) && NAMES.containsAll(names));
  }

  /** Makes the hidden directory, empty. */
  void begin() throws IOException {
    files.delete(directory, true);
    files.mkdirs(directory);
  }

  /** Where Spark is to write a table of that name. */
  String table(String name) {
    return new Path(directory, name).toString();
  }

  void write(String name, byte[] content) throws IOException {
    files.setWriteChecksum(false);
    try (OutputStream file = files.create(new Path(directory, name), true)) {
      file.write(content);
    }
  }

  /** Removes a table that is no part of the output. */
  void drop(String name) throws IOException {
    files.delete(new Path(directory, name), true);
  }

  /** An output that is there is named otherwise, and removed when this one has its name. */
  void publish() throws IOException {
    for (String table : new String[] {FleetForecast.TABLE, FleetModel.TABLE}) {
      tidy(new Path(directory, table));
    }
    write(SUCCESS, new byte[0]);
    Path earlier = sibling(".old");
    files.delete(earlier, true);
    if (files.exists(target)) {
      rename(target, earlier);
    }
    rename(directory, target);
    files.delete(earlier, true);
  }

  /** Leaves the Parquet files alone, without what Spark and Hadoop note beside them. */
  private void tidy(Path table) throws IOException {
    for (FileStatus each : files.listStatus(table)) {
      if (!each.getPath().getName().endsWith(".parquet")) {
        files.delete(each.getPath(), true);
      }
    }
  }

  private void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("%s cannot be renamed to %s".formatted(from, to));
    }
  }

  private Path sibling(String ending) {
    return new Path(target.getParent(), "." + target.getName() + ending);
  }
}
