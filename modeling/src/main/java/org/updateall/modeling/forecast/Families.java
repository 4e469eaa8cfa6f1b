package org.updateall.modeling.forecast;

import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.arima.ArimaModel;
import org.updateall.modeling.model.arima.AutoArima;
import org.updateall.modeling.model.ets.EtsModel;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.model.linear.NLinear;
import org.updateall.modeling.model.linear.NLinearModel;
import org.updateall.modeling.model.prophet.Prophet;
import org.updateall.modeling.model.prophet.ProphetModel;
import org.updateall.modeling.model.theta.ThetaMethod;
import org.updateall.modeling.model.theta.ThetaModel;
import org.updateall.modeling.model.trees.BoostedTrees;
import org.updateall.modeling.model.trees.BoostedTreesModel;
import org.updateall.modeling.model.trees.RegressionTree;
import org.updateall.modeling.model.trees.RegressionTreeModel;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.ScaledModel;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

/** The model families that there are, and those among them that are members of the pool. */
public final class Families {

  /** The name of the rule that takes a family by the number of observations. */
  public static final String AUTO_BY_SIZE = "auto-by-size";

  /** The scale of the pool, where its members among the families work, too. */
  private static final List<Power> POOL = List.of(Power.LOGARITHM);

  private static final List<Power> NOWHERE = List.of();

  private static final List<Entry> ALL =
      List.of(
          new Entry(new ExponentialSmoothing(), EtsModel.class, FitSchedule.GEOMETRIC, POOL),
          new Entry(new AutoArima(), ArimaModel.class, FitSchedule.SPARSE, POOL),
          new Entry(new BoostedTrees(), BoostedTreesModel.class, FitSchedule.GEOMETRIC, POOL),
          new Entry(new RegressionTree(), RegressionTreeModel.class, FitSchedule.SPARSE, POOL),
          new Entry(new Prophet(), ProphetModel.class, FitSchedule.GEOMETRIC, POOL),
          new Entry(new NLinear(), NLinearModel.class, FitSchedule.GEOMETRIC, POOL),
          new Entry(NLinear.ofFewLags(), NLinearModel.class, FitSchedule.GEOMETRIC, NOWHERE),
          new Entry(new ThetaMethod(), ThetaModel.class, FitSchedule.GEOMETRIC, NOWHERE),
          new Entry(bySize(), FittedModel.class, FitSchedule.GEOMETRIC, NOWHERE));

  /**
   * A family.
   *
   * @param modelType what it is fitted to be
   * @param schedule when it is fitted anew
   * @param inPool the scales on which it is a member of the pool
   */
  private record Entry(
      ModelFamily family,
      Class<? extends FittedModel> modelType,
      FitSchedule schedule,
      List<Power> inPool) {

    private Stream<ScheduledFamily> members() {
      return inPool.stream().map(power -> new ScheduledFamily(family, power, schedule));
    }
  }

  private Families() {}

  /** The plan's rule. */
  private static BySize bySize() {
    return new BySize(
        AUTO_BY_SIZE,
        new BySize.Step(8, new ExponentialSmoothing()),
        new BySize.Step(25, new AutoArima()),
        new BySize.Step(60, new BoostedTrees()));
  }

  /** What families are fitted to be: all that a kept model may hold, by a name for each. */
  public static Map<String, Class<? extends FittedModel>> modelTypes() {
    Map<String, Class<? extends FittedModel>> types = new LinkedHashMap<>();
    for (Entry entry : ALL) {
      if (entry.modelType != FittedModel.class && !types.containsValue(entry.modelType)) {
        types.put(entry.family.name(), entry.modelType);
      }
    }
    return types;
  }

  /** The names of all families. */
  public static List<String> names() {
    return ALL.stream().map(entry -> entry.family.name()).toList();
  }

  public static Option<ModelFamily> named(String name) {
    return entry(name).map(Entry::family);
  }

  static Option<FitSchedule> scheduleOf(String name) {
    return entry(name).map(Entry::schedule);
  }

  /**
   * @throws IllegalArgumentException if the model of that state is none of the family
   */
  static void requireOwn(ScheduledFamily family, ScheduledFamily.@Nullable State state) {
    ScaledModel fitted = state == null ? null : state.fitted();
    String name = family.family().name();
    if (fitted != null && !entry(name).get().modelType.isInstance(fitted.model())) {
      throw new IllegalArgumentException(
          "%s is no model of %s".formatted(fitted.model().form(), name));
    }
  }

  private static Option<Entry> entry(String name) {
    return Option.ofOptional(
        ALL.stream().filter(entry -> entry.family.name().equals(name)).findFirst());
  }

  /** Members of a new pool. */
  static List<ScheduledFamily> membersOfPool() {
    return ALL.stream().flatMap(Entry::members).toList();
  }
}
