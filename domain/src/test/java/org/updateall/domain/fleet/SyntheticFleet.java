package org.updateall.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;

/**
 * A fleet that never was: hosts of several operating systems and sizes that update themselves once
 * a day. The same seed gives the same executions, and those of one host are made without the
 * others', so that no fleet is too large for memory.
 *
 * <pre>
 * ln wall = plugin + plugin on system + plugin on size + host + plugin on host
 *           + size of the update + noise                      all effects normal
 * packages  log-normal; their number shifts wall, CPU time and download alike
 * noise     its deviation is the plugin's, and differs from host to host; one run in twenty is
 *           several times as long
 * download  0 where everything was at hand, one run in eight
 * status    one run in fifty failed
 * </pre>
 */
public final class SyntheticFleet {

  private static final List<String> PLUGINS =
      List.of(
          "apt",
          "flatpak",
          "snap",
          "pip",
          "npm",
          "rustup",
          "cargo",
          "gem",
          "brew",
          "conda",
          "dnf",
          "pacman",
          "zypper",
          "fwupd",
          "docker",
          "helm",
          "composer",
          "go",
          "texlive",
          "vim");
  private static final List<String> SYSTEMS =
      List.of("debian-12", "ubuntu-24.04", "fedora-42", "arch");
  private static final List<SizeClass> SIZES =
      List.of(SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE);
  private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
  private static final Duration BETWEEN_RUNS = Duration.ofDays(1);
  private static final Duration BETWEEN_PLUGINS = Duration.ofMinutes(20);
  private static final int MOST_LATE_SECONDS = 3 * 3600;
  private static final double FAILED = 0.02;
  private static final int ANNOUNCING = 3;

  private final long seed;
  private final int hosts;
  private final List<SyntheticPlugin> plugins;
  private final int runs;

  private SyntheticFleet(long seed, int hosts, List<SyntheticPlugin> plugins, int runs) {
    this.seed = seed;
    this.hosts = hosts;
    this.plugins = plugins;
    this.runs = runs;
  }

  /**
   * @param runs of each plugin on each host
   */
  public static SyntheticFleet of(long seed, int hosts, int plugins, int runs) {
    return new SyntheticFleet(
        seed,
        hosts,
        IntStream.range(0, plugins).mapToObj(number -> plugin(seed, number)).toList(),
        runs);
  }

  private static SyntheticPlugin plugin(long seed, int number) {
    String name = number < PLUGINS.size() ? PLUGINS.get(number) : "plugin-" + number;
    return SyntheticPlugin.of(name, new Chances(seed, -1L - number), SYSTEMS.size(), SIZES.size());
  }

  /** How many hosts it has. */
  public int hosts() {
    return hosts;
  }

  /** The names of its plugins. */
  public List<String> plugins() {
    return plugins.stream().map(SyntheticPlugin::name).toList();
  }

  /** The name of a host, counted from 0; in the order of their numbers. */
  public String host(int number) {
    return String.format(Locale.ROOT, "host-%05d", number);
  }

  /** What kind of machine that host is: every kind comes equally often. */
  public HostProfile profile(int host) {
    return new HostProfile(SYSTEMS.get(system(host)), SIZES.get(size(host)));
  }

  private static int system(int host) {
    return host % SYSTEMS.size();
  }

  private static int size(int host) {
    return host / SYSTEMS.size() % SIZES.size();
  }

  /** All executions, host by host. */
  public Stream<FleetRow> rows() {
    return IntStream.range(0, hosts).boxed().flatMap(host -> rows(host).stream());
  }

  /** All executions of that host, in the order of time. */
  public List<FleetRow> rows(int host) {
    Chances chances = new Chances(seed, host);
    double ofHost = 0.3 * chances.normal();
    List<SyntheticPlugin.OnHost> installed =
        plugins.stream()
            .map(plugin -> plugin.on(system(host), size(host), ofHost, chances))
            .toList();
    List<FleetRow> rows = new ArrayList<>(runs * plugins.size());
    for (int run = 0; run < runs; run++) {
      Instant start =
          BEGIN
              .plus(BETWEEN_RUNS.multipliedBy(run))
              .plusSeconds((long) (MOST_LATE_SECONDS * chances.uniform()));
      UUID runId = chances.uuid();
      for (SyntheticPlugin.OnHost plugin : installed) {
        rows.add(row(host, plugin, runId, start, chances));
        start = start.plus(BETWEEN_PLUGINS);
      }
    }
    return rows;
  }

  private FleetRow row(
      int host, SyntheticPlugin.OnHost plugin, UUID run, Instant start, Chances chances) {
    HostProfile profile = profile(host);
    boolean failed = chances.happens(FAILED);
    boolean announces = (host + plugin.name().length()) % ANNOUNCING == 0;
    SyntheticPlugin.Figures figures = plugin.next(chances);
    return new FleetRow(
        FleetRow.FORMAT,
        host(host),
        profile.operatingSystem(),
        profile.size().wireName(),
        plugin.name(),
        chances.uuid().toString(),
        run.toString(),
        start,
        (failed ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS).wireName(),
        Coverage.WHOLE.wireName(),
        figures.wallSeconds(),
        figures.cpuSeconds(),
        figures.memoryBytes(),
        figures.downloadBytes(),
        figures.wallSeconds() * 0.6,
        figures.packages(),
        plugin.packagesInAll(),
        announces ? figures.downloadBytes() : null,
        null,
        null,
        null,
        announces ? figures.packages() : null);
  }
}
