package org.updateall.modeling.forecast;

import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.ets.EtsModel;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.ScaledModel;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

/** The model families that there are, and those among them that are members of the pool. */
public final class Families {

  private static final List<Entry> ALL =
      List.of(
          new Entry(
              new ExponentialSmoothing(),
              EtsModel.class,
              FitSchedule.GEOMETRIC,
              List.of(Power.IDENTITY, Power.LOGARITHM)));

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

  /** What each family is fitted to be, by its name: all that a kept model may hold. */
  public static Map<String, Class<? extends FittedModel>> modelTypes() {
    Map<String, Class<? extends FittedModel>> types = new LinkedHashMap<>();
    ALL.forEach(entry -> types.put(entry.family.name(), entry.modelType));
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
