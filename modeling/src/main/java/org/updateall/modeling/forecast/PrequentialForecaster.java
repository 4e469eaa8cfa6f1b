package org.updateall.modeling.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.combination.Pool;
import org.updateall.modeling.combination.PoolSettings;
import org.updateall.modeling.combination.PoolState;
import org.updateall.modeling.combination.Share;
import org.updateall.modeling.evaluation.ConformalIntervals;
import org.updateall.modeling.evaluation.PastLevels;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.OnlineForecaster;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * Forecasts a series of non-negative values, value after value, with predictive quantiles. It is
 * told each value after it has forecast it, so that all its errors are true one-step-ahead errors;
 * to go on from a kept state is the same as to have gone on. For one thread at a time.
 */
public final class PrequentialForecaster {

  private final Recipe recipe;
  private final @Nullable Pool pool;
  private final List<ScheduledFamily> families;
  private final ConformalIntervals intervals;
  private PastLevels levels;
  private int told;
  private RecentOccasions recent;

  private PrequentialForecaster(
      Recipe recipe,
      @Nullable Pool pool,
      List<ScheduledFamily> families,
      ConformalIntervals intervals,
      PastLevels levels,
      int told,
      RecentOccasions recent) {
    this.recipe = recipe;
    this.pool = pool;
    this.families = families;
    this.intervals = intervals;
    this.levels = levels;
    this.told = told;
    this.recent = recent;
  }

  /**
   * One that has seen nothing yet.
   *
   * @throws IllegalArgumentException if the recipe's model is not known
   */
  public static PrequentialForecaster of(Recipe recipe) {
    List<ScheduledFamily> families = recipe.isPool() ? List.of() : families(recipe);
    return new PrequentialForecaster(
        recipe,
        recipe.isPool() ? pool(recipe) : null,
        families,
        new ConformalIntervals(recipe.powers(), recipe.isRecentred()),
        PastLevels.NONE,
        0,
        RecentOccasions.none(recipe.covariates()));
  }

  /**
   * One that goes on from that state.
   *
   * @throws IllegalArgumentException if the state is damaged, or its model is not known
   */
  public static PrequentialForecaster of(ForecasterState state) {
    Recipe recipe = state.recipe();
    return new PrequentialForecaster(
        recipe,
        state.pool() == null ? null : restored(pool(recipe), state.pool()),
        recipe.isPool() ? List.of() : restored(families(recipe), state.families()),
        ConformalIntervals.of(state.intervals(), recipe.isRecentred()),
        state.levels(),
        state.told(),
        state.recent());
  }

  private static Pool restored(Pool pool, PoolState kept) {
    Families.membersOfPool()
        .forEach(family -> Families.requireOwn(family, kept.families().get(family.name())));
    pool.restore(kept);
    return pool;
  }

  private static List<ScheduledFamily> restored(
      List<ScheduledFamily> families, List<ScheduledFamily.State> kept) {
    for (int place = 0; place < families.size(); place++) {
      Families.requireOwn(families.get(place), kept.get(place));
      families.get(place).restore(kept.get(place));
    }
    return families;
  }

  private static Pool pool(Recipe recipe) {
    return new Pool(
        new PoolSettings(
            Power.LOGARITHM, recipe.covariates(), recipe.period(), Families::membersOfPool));
  }

  private static List<ScheduledFamily> families(Recipe recipe) {
    ModelFamily family =
        Families.named(recipe.model())
            .getOrElseThrow(
                () -> new IllegalArgumentException("there is no model " + recipe.model()));
    FitSchedule schedule = Families.scheduleOf(recipe.model()).get();
    return recipe.powers().stream()
        .map(power -> new ScheduledFamily(family, power, schedule))
        .toList();
  }

  public ForecasterState state() {
    return new ForecasterState(
        recipe,
        told,
        pool == null ? null : pool.state(),
        families.stream().map(ScheduledFamily::state).toList(),
        intervals.state(),
        levels,
        recent);
  }

  public Recipe recipe() {
    return recipe;
  }

  /** The next occasions as they are to be expected, of which no covariate is known. */
  public List<Occasion> expected(int horizon) {
    return recent.expected(horizon);
  }

  /** The last known value of the covariate at that place; NaN if none ever was. */
  public double lastKnown(int covariate) {
    return recent.covariates().get(covariate);
  }

  /** How many values it was told. */
  public int told() {
    return told;
  }

  /** How many errors its intervals rest on. */
  public int scores() {
    return intervals.scores();
  }

  /** Where the newest values lay in what had been predicted for them. */
  public PastLevels levels() {
    return levels;
  }

  /** What the model in use has become, for people. */
  public String form() {
    return used().form();
  }

  /** The scale on which errors are measured. */
  public PowerScale scale() {
    return intervals.chosenScale();
  }

  /** Lets every model be fitted anew before the next forecast, due or not. */
  public void demandFit() {
    forecasters().forEach(OnlineForecaster::demandFit);
  }

  /** Takes in all values of the series that it was not told yet. */
  public void learn(TimeSeries series) {
    while (told < series.size()) {
      prepare(series);
      observe(series, told);
    }
  }

  /**
   * Fits what is due to be fitted; to be called before each forecast.
   *
   * @param series that begins with all values that it was told; what follows them is not looked at
   */
  public void prepare(TimeSeries series) {
    for (OnlineForecaster forecaster : forecasters()) {
      if (forecaster.isFitDue()) {
        forecaster.fit(series.first(told));
      }
    }
  }

  /** Takes in the value of the series at that place, which is the next. */
  public void observe(TimeSeries series, int index) {
    Occasion occasion = series.occasion(index);
    if (series.isObserved(index)) {
      double[] forecasts = forecastOfEachTrack(occasion);
      intervals
          .quantiles(forecasts[intervals.chosen()], used().errorGrowth(1), PastLevels.grid())
          .peek(before -> levels = levels.plus(occasion.time(), series.value(index), before));
      intervals.observe(series.value(index), forecasts);
    }
    for (OnlineForecaster forecaster : forecasters()) {
      forecaster.observe(occasion, series.value(index), series.isCensored(index));
    }
    recent = recent.plus(occasion);
    told++;
  }

  private double[] forecastOfEachTrack(Occasion occasion) {
    if (pool != null) {
      double forecast = pool.forecast(List.of(occasion))[0];
      return DoubleStream.generate(() -> forecast).limit(recipe.powers().size()).toArray();
    }
    return families.stream().mapToDouble(family -> family.forecast(List.of(occasion))[0]).toArray();
  }

  /**
   * The predictive quantiles on the next occasions, in the order of these and of the levels, which
   * lie strictly between 0 and 1. Before the first error they all are the forecast.
   */
  public double[][] quantiles(List<Occasion> future, double[] levels) {
    OnlineForecaster used = used();
    double[] forecasts = used.forecast(future);
    return IntStream.range(0, forecasts.length)
        .mapToObj(step -> quantiles(forecasts[step], used.errorGrowth(step + 1), levels))
        .toArray(double[][]::new);
  }

  private double[] quantiles(double forecast, double growth, double[] levels) {
    return intervals
        .quantiles(forecast, growth, levels)
        .getOrElse(() -> Arrays.stream(levels).map(level -> forecast).toArray());
  }

  /** What the members of the pool have to do with the next forecast; none without a pool. */
  public List<Share> shares(Occasion next) {
    return pool == null ? List.of() : pool.shares(next);
  }

  private OnlineForecaster used() {
    return pool == null ? families.get(intervals.chosen()) : pool;
  }

  private List<? extends OnlineForecaster> forecasters() {
    return pool == null ? families : List.of(pool);
  }
}
