package org.updateall.application.fleet;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.ReferenceUnreadable;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.PluginName;

/**
 * What the fleet says of this machine's series as long as they are short. The priors at hand are
 * read once, when a short series is first asked about; damaged ones are told in the log, and
 * nothing is said by them.
 */
public final class FleetPriors {

  private static final Logger LOG = LoggerFactory.getLogger(FleetPriors.class);

  /** Takes a document of a prior, or says why it is none. */
  private interface Reading {
    Either<ReferenceUnreadable, PooledPrior> read(int sources, String document);
  }

  private final Supplier<PriorTable> source;
  private final Reading reading;
  private final Supplier<HostProfile> profile;
  private final String hostname;
  private @Nullable PriorTable table;
  private @Nullable HostProfile here;

  private FleetPriors(
      Supplier<PriorTable> source,
      Reading reading,
      Supplier<HostProfile> profile,
      String hostname) {
    this.source = source;
    this.reading = reading;
    this.profile = profile;
    this.hostname = hostname;
  }

  /**
   * @param hostname of this machine; of what kind others are is not known
   */
  public static FleetPriors of(
      PriorShelf shelf, PriorLearner learner, ProfileSource profiles, String hostname) {
    return new FleetPriors(() -> current(shelf), learner::read, profiles::profile, hostname);
  }

  /** Of no fleet. */
  public static FleetPriors none() {
    return new FleetPriors(
        PriorTable::none,
        (sources, document) -> Either.right(new PooledPrior(sources, document)),
        () -> HostProfile.UNKNOWN,
        "");
  }

  private static PriorTable current(PriorShelf shelf) {
    return shelf
        .current()
        .peekLeft(refused -> LOG.atWarn().log("{}", refused.message()))
        .getOrElse(Option::none)
        .getOrElse(PriorTable::none);
  }

  /** The trainer with options that have what the fleet says, unless they say it already. */
  public ModelTrainer informing(ModelTrainer trainer) {
    return new InformedTrainer(trainer, this);
  }

  /** Whether the fleet has the plugin. */
  public boolean knows(PluginName plugin) {
    return table().priors().keySet().stream().anyMatch(each -> plugin.equals(each.plugin()));
  }

  /** The options with what the fleet says of that series. */
  TrainingOptions inform(TrainingSeries series, TrainingOptions options) {
    return options.prior() != null || series.whole() >= PriorLearner.ENOUGH_RUNS
        ? options
        : options.withPrior(find(series.key()).getOrNull());
  }

  /** What the fleet says of that series; none if nothing, or this program cannot read it. */
  public Option<PooledPrior> find(SeriesKey key) {
    return table()
        .find(key.plugin(), key.target(), profile(key))
        .flatMap(prior -> readable(key.target(), prior));
  }

  private Option<PooledPrior> readable(Target target, PooledPrior prior) {
    return reading
        .read(prior.sources(), prior.document())
        .peekLeft(unreadable -> LOG.atWarn().log("prior of {}: {}", target, unreadable.reason()))
        .toOption();
  }

  private synchronized PriorTable table() {
    if (table == null) {
      table = source.get();
    }
    return table;
  }

  private synchronized HostProfile profile(SeriesKey key) {
    if (!hostname.equals(key.host().hostname())) {
      return HostProfile.UNKNOWN;
    }
    if (here == null) {
      here = profile.get();
    }
    return here;
  }
}
