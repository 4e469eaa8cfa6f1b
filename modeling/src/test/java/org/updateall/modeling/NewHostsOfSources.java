package org.updateall.modeling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.modeling.NewHosts.Kind;
import org.updateall.modeling.NewHosts.Member;

/**
 * The series of tables {@code series_id,timestamp,value,metric,source}, packed by gzip, as if they
 * were a fleet's; told by source. They are none, so they are cut like this: of {@code swf} a host
 * is a user, of {@code sandmark} and {@code asv} a program with all its measurements on all
 * machines, elsewhere a series with all that is measured of it. One kind are the series of one
 * metric of one source; where that has too few hosts, nothing is said.
 */
final class NewHostsOfSources {

  private NewHostsOfSources() {}

  static List<Member> of(Path folder) {
    List<Member> members = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        members.addAll(ofTable(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return members;
  }

  private record Series(String name, String metric, String source, List<Observation> values) {

    /** What is left out together. */
    String host() {
      String[] parts = name.split("/", -1);
      return switch (parts[0]) {
        case "swf-nasa" -> parts[1];
        case "sandmark" -> parts[3].replaceAll("\\..*", "");
        case "asv-scipy" -> parts[2];
        default -> String.join("/", List.of(parts).subList(0, parts.length - 1));
      };
    }

    Member member() {
      SeriesKey key =
          new SeriesKey(
              new PluginName(name), HostScope.only(source + " " + host()), Target.WALL_CLOCK);
      return new Member(
          source,
          List.of(new Kind(source + " " + metric, host())),
          new TrainingSeries(key, values, 0),
          List.of());
    }
  }

  private static List<Member> ofTable(Path file) throws IOException {
    Map<String, Series> series = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] row = line.split(",", -1);
        series
            .computeIfAbsent(row[0], name -> new Series(name, row[3], row[4], new ArrayList<>()))
            .values
            .add(new Observation(Instant.parse(row[1]), Double.parseDouble(row[2])));
      }
    }
    return series.values().stream().map(Series::member).toList();
  }
}
