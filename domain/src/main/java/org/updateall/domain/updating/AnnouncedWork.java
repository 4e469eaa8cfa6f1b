package org.updateall.domain.updating;

import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.journal.AnnouncedFigures;

/**
 * The work that a plugin says is waiting; what it does not tell is absent, never 0.
 *
 * @param packageCount how many packages are to be updated or newly installed
 * @param packages those that are told by name
 * @param downloadBytes how much is to be downloaded
 * @param precision how exact that is; absent where no download is told
 * @param seconds how long the plugin itself says that it will take
 */
public record AnnouncedWork(
    @Nullable Integer packageCount,
    List<PackageUpdate> packages,
    @Nullable Long downloadBytes,
    @Nullable DownloadPrecision precision,
    @Nullable Double seconds) {

  /** Nothing is told. */
  public static final AnnouncedWork UNTOLD = new AnnouncedWork(null, List.of(), null, null, null);

  /** Nothing is to be done. */
  public static final AnnouncedWork NOTHING =
      new AnnouncedWork(0, List.of(), 0L, DownloadPrecision.EXACT, null);

  /**
   * @throws IllegalArgumentException if a figure is negative or not finite, there are more packages
   *     than counted, or bytes are told without their precision or the other way round
   */
  public AnnouncedWork {
    packages = List.copyOf(packages);
    Checks.notNegative("package count", packageCount);
    Checks.notNegative("download bytes", downloadBytes);
    Checks.notNegative("seconds", seconds);
    if (packages.size() > (packageCount == null ? 0 : packageCount)) {
      throw new IllegalArgumentException(
          "%d packages are named, but counted are %s".formatted(packages.size(), packageCount));
    }
    if ((downloadBytes == null) != (precision == null)) {
      throw new IllegalArgumentException(
          "bytes and their precision belong together: %s, %s".formatted(downloadBytes, precision));
    }
  }

  /** As many packages as are named. */
  public static AnnouncedWork of(List<PackageUpdate> packages) {
    return new AnnouncedWork(packages.size(), packages, null, null, null);
  }

  /** A number of packages without names. */
  public static AnnouncedWork ofCount(int packageCount) {
    return new AnnouncedWork(packageCount, List.of(), null, null, null);
  }

  /** A download alone. */
  public static AnnouncedWork ofBytes(long bytes, DownloadPrecision precision) {
    return new AnnouncedWork(null, List.of(), bytes, precision, null);
  }

  /** What either tells; what both tell is taken from this one. */
  public AnnouncedWork or(AnnouncedWork other) {
    boolean counts = packageCount != null;
    boolean weighs = downloadBytes != null;
    return new AnnouncedWork(
        counts ? packageCount : other.packageCount,
        counts ? packages : other.packages,
        weighs ? downloadBytes : other.downloadBytes,
        weighs ? precision : other.precision,
        seconds == null ? other.seconds : seconds);
  }

  /** Whether it is said that there is nothing to do. */
  public boolean isNothing() {
    return packageCount != null && packageCount == 0;
  }

  /** Whether nothing is said of how much there is to do. */
  public boolean isUntold() {
    return packageCount == null && downloadBytes == null;
  }

  /** What the history keeps of it; none if nothing was told. */
  public Option<AnnouncedFigures> figures() {
    return Option.when(
        !isUntold() || seconds != null,
        () -> new AnnouncedFigures(downloadBytes, null, seconds, null, packageCount, null));
  }

  /** What forecasts can make use of. */
  public Covariates covariates() {
    Map<String, Double> known = new TreeMap<>();
    if (packageCount != null) {
      known.put(Covariates.PACKAGES, packageCount.doubleValue());
    }
    if (downloadBytes != null) {
      known.put(Covariates.DOWNLOAD_BYTES, downloadBytes.doubleValue());
    }
    return Covariates.of(known);
  }
}
