package org.updateall.modeling.forecast;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.combination.Pool;
import org.updateall.modeling.combination.PoolSettings;
import org.updateall.modeling.combination.PoolState;
import org.updateall.modeling.combination.Share;
import org.updateall.modeling.evaluation.Drift;
import org.updateall.modeling.evaluation.PastLevels;
import org.updateall.modeling.interval.Levels;
import org.updateall.modeling.interval.PathErrors;
import org.updateall.modeling.interval.ReferenceErrors;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.OnlineForecaster;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

/**
 * Forecasts a series of non-negative values, value after value, with predictive quantiles. It is
 * told each value after it has forecast it, so that all its errors are true one-step-ahead errors;
 * to go on from a kept state is the same as to have gone on. For one thread at a time.
 */
public final class PrequentialForecaster {

  /** The scale on which members are combined. */
  private static final Power POOLED = Power.LOGARITHM;

  private final Recipe recipe;
  private final @Nullable Pool pool;
  private final List<ScheduledFamily> families;
  private final CalibratedForecasts intervals;
  private final PathErrors paths;
  private PastLevels levels;
  private int told;
  private RecentOccasions recent;

  private PrequentialForecaster(
      Recipe recipe,
      @Nullable Pool pool,
      List<ScheduledFamily> families,
      CalibratedForecasts intervals,
      PathErrors paths,
      PastLevels levels,
      int told,
      RecentOccasions recent) {
    this.recipe = recipe;
    this.pool = pool;
    this.families = families;
    this.intervals = intervals;
    this.paths = paths;
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
    return of(recipe, ReferenceErrors.shipped());
  }

  /**
   * One that has seen nothing yet, and knows that errors of other series have been like these.
   *
   * @throws IllegalArgumentException if the recipe's model is not known
   */
  public static PrequentialForecaster of(Recipe recipe, ReferenceErrors reference) {
    List<ScheduledFamily> families = recipe.isPool() ? List.of() : families(recipe);
    return new PrequentialForecaster(
        recipe,
        recipe.isPool() ? pool(recipe) : null,
        families,
        CalibratedForecasts.of(recipe, reference),
        new PathErrors(),
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
    return of(state, ReferenceErrors.shipped());
  }

  /**
   * One that goes on from that state, and knows that errors of other series have been like these.
   *
   * @throws IllegalArgumentException if the state is damaged, or its model is not known
   */
  public static PrequentialForecaster of(ForecasterState state, ReferenceErrors reference) {
    Recipe recipe = state.recipe();
    return new PrequentialForecaster(
        recipe,
        state.pool() == null ? null : restored(pool(recipe), state.pool()),
        recipe.isPool() ? List.of() : restored(families(recipe), state.families()),
        CalibratedForecasts.of(state.intervals(), recipe, reference),
        new PathErrors(state.paths()),
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
        new PoolSettings(POOLED, recipe.covariates(), recipe.period(), Families::membersOfPool));
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
        paths.state(),
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

  /** The scale on which it forecasts. */
  public Power power() {
    return pool == null ? recipe.powers().get(intervals.chosen()) : POOLED;
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
    if (paths.isPathDue()) {
      beginPath();
    }
    paths.observe(series.isObserved(index) ? series.value(index) : Double.NaN);
    if (series.isObserved(index)) {
      double[] forecasts = forecastOfEachTrack(occasion);
      if (intervals.scores() > 0) {
        double[] before = intervals.quantiles(forecasts[intervals.chosen()], 1);
        levels = levels.plus(occasion.time(), series.value(index), before);
      }
      intervals.observe(series.value(index), forecasts);
    }
    for (OnlineForecaster forecaster : forecasters()) {
      forecaster.observe(occasion, series.value(index), series.isCensored(index));
    }
    if (Drift.isSeenIn(levels)) {
      forecasters().forEach(OnlineForecaster::hurry);
    }
    recent = recent.plus(occasion);
    told++;
  }

  private void beginPath() {
    List<Occasion> next = expected(PathErrors.STEPS);
    paths.begin(quantiles(next));
  }

  private double[] forecastOfEachTrack(Occasion occasion) {
    if (pool != null) {
      double forecast = pool.forecast(List.of(occasion))[0];
      return DoubleStream.generate(() -> forecast).limit(recipe.powers().size()).toArray();
    }
    return families.stream().mapToDouble(family -> family.forecast(List.of(occasion))[0]).toArray();
  }

  /**
   * The predictive quantiles on the next occasions, in the order of these and of {@link
   * org.updateall.modeling.interval.Levels}. Before the first error they all may be the forecast.
   */
  public double[][] quantiles(List<Occasion> future) {
    OnlineForecaster used = used();
    double[] forecasts = used.forecast(future);
    return IntStream.range(0, forecasts.length)
        .mapToObj(step -> intervals.quantiles(forecasts[step], growth(step + 1)))
        .toArray(double[][]::new);
  }

  private double growth(int step) {
    return paths.growth(step, used()::errorGrowth);
  }

  /**
   * By how much the distances of the single steps' 90 % bounds from their medians have to be larger
   * for all these steps to lie inside at once with that probability.
   *
   * @param level between 0 and 1
   */
  public double pathFactor(double[][] quantiles, double level) {
    return paths.pathFactor(quantiles.length, level, Levels.bonferroni(quantiles, level));
  }

  /** The forecast of the next value, about which its quantiles are made. */
  public double point(Occasion next) {
    return intervals.point(used().forecast(List.of(next))[0]);
  }

  /** The forecasts on the next occasions, about which their quantiles are made. */
  public double[] points(List<Occasion> future) {
    return DoubleStream.of(used().forecast(future)).map(intervals::point).toArray();
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
