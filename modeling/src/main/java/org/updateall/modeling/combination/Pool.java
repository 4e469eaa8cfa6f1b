package org.updateall.modeling.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.online.OnlineForecaster;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.PowerScale;

/**
 * Forecasts the weighted mean of its members' forecasts on one scale, by the weights of their
 * {@link TrackRecord}.
 *
 * <p>What a member says is held near the range of the newest values. A censored value is replaced
 * by what is to be expected of it, if it is beyond the forecast: mean of the normal distribution
 * above that bound; it earns nobody anything. While the offset of the scale is unsettled, the pool
 * begins anew on each new scale with the values that it has seen.
 */
public final class Pool implements OnlineForecaster {

  private static final int SETTLING = 5;
  private static final String STAND_IN = "stand-in";
  private static final double STAND_IN_RATIO = 0.03;
  private static final double ERROR_MEMORY = 0.97;
  private static final double WIDEST_ERROR = 6;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final PoolSettings settings;
  private final List<ScheduledFamily> families;
  private final List<Double> early = new ArrayList<>();
  private PowerScale scale;
  private Past past = new Past();
  private CheapMembers cheap;
  private TrackRecord record;
  private LocalLevel standIn = new LocalLevel(STAND_IN_RATIO);
  private double squares;
  private @Nullable Occasion awaited;
  private double[] forAwaited = {};

  public Pool(PoolSettings settings) {
    this.settings = settings;
    this.families = settings.families().get();
    this.scale = PowerScale.of(settings.power(), new double[0]);
    this.cheap = CheapMembers.of(scale, settings.covariates(), settings.period());
    this.record = new TrackRecord(priors());
  }

  private double[] priors() {
    double[] families = new double[this.families.size()];
    Arrays.fill(families, 1);
    return DoubleStream.concat(Arrays.stream(cheap.priors()), Arrays.stream(families)).toArray();
  }

  @Override
  public boolean isFitDue() {
    return families.stream().anyMatch(ScheduledFamily::isFitDue);
  }

  @Override
  public void demandFit() {
    families.forEach(ScheduledFamily::demandFit);
  }

  @Override
  public void hurry() {
    families.forEach(ScheduledFamily::hurry);
  }

  @Override
  public void fit(TimeSeries soFar) {
    families.stream().filter(ScheduledFamily::isFitDue).forEach(family -> family.fit(soFar));
    awaited = null;
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    double[][] all =
        future.size() == 1 ? new double[][] {forecastsFor(future.get(0))} : memberForecasts(future);
    return Arrays.stream(all).mapToDouble(this::combined).map(scale::fromScale).toArray();
  }

  /** What each member has to do with the forecast of the next value, greatest weight first. */
  public List<Share> shares(Occasion next) {
    double[] forecasts = forecastsFor(next);
    double[] weights = record.weights(forecasts);
    List<String> names = names();
    return IntStream.range(0, weights.length)
        .filter(m -> !Double.isNaN(forecasts[m]))
        .mapToObj(m -> new Share(names.get(m), weights[m], scale.fromScale(forecasts[m])))
        .sorted(Comparator.comparingDouble(Share::weight).reversed())
        .toList();
  }

  private List<String> names() {
    return Stream.concat(
            cheap.members().stream().map(Member::title),
            families.stream().map(ScheduledFamily::name))
        .toList();
  }

  /** By step and member, on the scale; NaN where a member says nothing. */
  private double[][] memberForecasts(List<Occasion> future) {
    List<Member> members = cheap.members();
    double[][] forecasts = new double[future.size()][members.size() + families.size()];
    Range range = Range.of(past);
    for (int step = 0; step < forecasts.length; step++) {
      for (int m = 0; m < members.size(); m++) {
        double said = members.get(m).forecast(past, future.get(step), step + 1);
        forecasts[step][m] = range.limit(said, step + 1);
      }
    }
    for (int f = 0; f < families.size(); f++) {
      fill(forecasts, members.size() + f, said(families.get(f), future), range);
    }
    return forecasts;
  }

  /** On the scale; empty if the family has no model yet. */
  private double[] said(ScheduledFamily family, List<Occasion> future) {
    return family.hasModel() ? scale.toScale(family.forecast(future)) : new double[0];
  }

  private static void fill(double[][] forecasts, int place, double[] said, Range range) {
    for (int step = 0; step < forecasts.length; step++) {
      forecasts[step][place] = said.length == 0 ? Double.NaN : range.limit(said[step], step + 1);
    }
  }

  private double combined(double[] forecasts) {
    double[] weights = record.weights(forecasts);
    double sum = 0;
    double total = 0;
    for (int m = 0; m < weights.length; m++) {
      if (weights[m] > 0) {
        sum += weights[m] * forecasts[m];
        total += weights[m];
      }
    }
    return total > 0 ? sum / total : scale.toScale(0);
  }

  @Override
  public void observe(Occasion occasion, double value, boolean censored) {
    if (!Double.isNaN(value)) {
      settleScale(value);
      double[] forecasts = forecastsFor(occasion);
      double combined = combined(forecasts);
      double scaled = scale.toScale(value);
      if (censored) {
        double expected = expectedAbove(scaled, combined);
        keepSpread();
        learn(occasion, expected);
      } else {
        judge(scaled, forecasts, combined, occasion);
        learn(occasion, scaled);
      }
    }
    families.forEach(family -> family.observe(occasion, value, censored));
    awaited = null;
  }

  /** What each member says of the next value; made once, however often it is asked for. */
  private double[] forecastsFor(Occasion occasion) {
    if (!Objects.equals(occasion, awaited)) {
      forAwaited = memberForecasts(List.of(occasion))[0];
      awaited = occasion;
    }
    return forAwaited;
  }

  private void judge(double value, double[] forecasts, double combined, Occasion occasion) {
    if (past.size() == 0) {
      return;
    }
    record.judge(value, forecasts, standIn.forecast(past, occasion, 1));
    double sigma = sigma();
    double error = Math.abs(value - combined);
    double used = sigma > 0 ? Math.min(error, WIDEST_ERROR * sigma) : error;
    squares = ERROR_MEMORY * squares + (1 - ERROR_MEMORY) * used * used;
  }

  /** As if the error had been as large as errors are: what is not judged changes no spread. */
  private void keepSpread() {
    double sigma = sigma();
    squares = ERROR_MEMORY * squares + (1 - ERROR_MEMORY) * sigma * sigma;
  }

  private void learn(Occasion occasion, double value) {
    cheap.members().forEach(member -> member.observe(past, occasion, value));
    standIn.observe(past, occasion, value);
    past.add(occasion, value);
    if (cheap.shifting().hasShifted()) {
      hurry();
    }
  }

  private double sigma() {
    double judged = 1 - Math.pow(ERROR_MEMORY, (double) Math.max(0, past.seen() - 1));
    return judged > 0 ? Math.sqrt(squares / judged) : 0;
  }

  /**
   * What is to be expected of a value about the forecast that is known to be above the bound:
   * {@code mu + sigma phi(k) / (1 - Phi(k))} with {@code k = (bound - mu) / sigma}.
   */
  private double expectedAbove(double bound, double forecast) {
    double sigma = sigma();
    if (past.size() == 0 || sigma == 0) {
      return Math.max(bound, forecast);
    }
    double k = (bound - forecast) / sigma;
    double above = 1 - NORMAL.cumulativeProbability(k);
    double expected =
        above > 1e-9 ? forecast + sigma * NORMAL.density(k) / above : bound + sigma / k;
    return Math.max(bound, expected);
  }

  private void settleScale(double value) {
    if (early.size() >= SETTLING || value <= 0) {
      return;
    }
    early.add(value);
    PowerScale settled =
        PowerScale.of(settings.power(), early.stream().mapToDouble(each -> each).toArray());
    if (!settled.equals(scale)) {
      beginAnewOn(settled);
    }
  }

  private void beginAnewOn(PowerScale settled) {
    Past before = past;
    PowerScale old = scale;
    scale = settled;
    awaited = null;
    past = new Past();
    cheap = CheapMembers.of(scale, settings.covariates(), settings.period());
    record = new TrackRecord(priors());
    standIn = new LocalLevel(STAND_IN_RATIO);
    squares = 0;
    for (int back = before.size() - 1; back >= 0; back--) {
      Occasion occasion = before.occasion(back);
      double value = scale.toScale(old.fromScale(before.value(back)));
      double[] forecasts = withoutFamilies(memberForecasts(List.of(occasion))[0]);
      judge(value, forecasts, combined(forecasts), occasion);
      learn(occasion, value);
    }
  }

  /** The families have moved on and do not forecast the past. */
  private double[] withoutFamilies(double[] forecasts) {
    Arrays.fill(forecasts, cheap.members().size(), forecasts.length, Double.NaN);
    return forecasts;
  }

  @Override
  public double errorGrowth(int horizon) {
    double[] silent = new double[cheap.members().size() + families.size()];
    for (int f = 0; f < families.size(); f++) {
      silent[cheap.members().size() + f] = families.get(f).hasModel() ? 0 : Double.NaN;
    }
    double[] weights = record.weights(silent);
    double growth = 0;
    for (int m = 0; m < weights.length; m++) {
      growth += weights[m] == 0 ? 0 : weights[m] * growth(m, horizon);
    }
    return Math.max(1, growth);
  }

  private double growth(int m, int horizon) {
    if (m >= cheap.members().size()) {
      return families.get(m - cheap.members().size()).errorGrowth(horizon);
    }
    double gain = cheap.members().get(m).gain();
    return Math.sqrt(1 + (horizon - 1) * gain * gain);
  }

  @Override
  public String form() {
    return "pool of " + names().size();
  }

  public PoolState state() {
    List<Double> values = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    List<List<Double>> covariates = new ArrayList<>();
    for (int back = past.size() - 1; back >= 0; back--) {
      Occasion occasion = past.occasion(back);
      values.add(past.value(back));
      times.add(occasion.time());
      covariates.add(
          IntStream.range(0, occasion.covariates()).mapToObj(occasion::covariate).toList());
    }
    return new PoolState(
        scale,
        early,
        past.seen(),
        values,
        times,
        covariates,
        memberStates(),
        record.steps(),
        losses(),
        squares,
        familyStates());
  }

  private Map<String, List<Double>> memberStates() {
    Map<String, List<Double>> states = new LinkedHashMap<>();
    members()
        .forEach(
            (name, member) -> {
              double[] state = member.state();
              if (state.length > 0) {
                states.put(name, Arrays.stream(state).boxed().toList());
              }
            });
    return states;
  }

  /** Whatever is told every value, by the name under which its state is kept. */
  private Map<String, Member> members() {
    Map<String, Member> members = new LinkedHashMap<>();
    cheap.members().forEach(member -> members.put(member.title(), member));
    members.put(STAND_IN, standIn);
    return members;
  }

  private Map<String, Double> losses() {
    Map<String, Double> losses = new LinkedHashMap<>();
    List<String> names = names();
    List<Double> sums = record.sums();
    for (int m = 0; m < names.size(); m++) {
      losses.put(names.get(m), sums.get(m));
    }
    return losses;
  }

  private Map<String, ScheduledFamily.State> familyStates() {
    Map<String, ScheduledFamily.State> states = new LinkedHashMap<>();
    families.forEach(family -> states.put(family.name(), family.state()));
    return states;
  }

  /**
   * Goes on from there. Members that the state does not know begin anew.
   *
   * @throws IllegalArgumentException if the state is damaged
   */
  public void restore(PoolState state) {
    scale = state.scale();
    early.clear();
    early.addAll(state.early());
    cheap = CheapMembers.of(scale, settings.covariates(), settings.period());
    past = Past.of(state.seen(), occasions(state), state.values());
    standIn = new LocalLevel(STAND_IN_RATIO);
    restoreMembers(state.members());
    requireStandIn();
    squares = state.squares();
    families.forEach(family -> restore(family, state.families().get(family.name())));
    record = new TrackRecord(priors());
    List<@Nullable Double> sums = new ArrayList<>();
    names().forEach(name -> sums.add(state.losses().get(name)));
    record.restore(state.steps(), sums);
  }

  private void restoreMembers(Map<String, List<Double>> states) {
    members()
        .forEach(
            (name, member) -> {
              List<Double> numbers = states.get(name);
              if (numbers != null) {
                member.restore(numbers.stream().mapToDouble(each -> each).toArray());
              }
            });
  }

  private void requireStandIn() {
    if (past.size() > 0 && !Arrays.stream(standIn.state()).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("the stand-in has no level");
    }
  }

  private static void restore(ScheduledFamily family, ScheduledFamily.@Nullable State state) {
    if (state != null) {
      family.restore(state);
    }
  }

  private static List<Occasion> occasions(PoolState state) {
    List<Occasion> occasions = new ArrayList<>();
    for (int i = 0; i < state.times().size(); i++) {
      double[] covariates = state.covariates().get(i).stream().mapToDouble(each -> each).toArray();
      occasions.add(new Occasion(state.times().get(i), covariates));
    }
    return occasions;
  }
}
