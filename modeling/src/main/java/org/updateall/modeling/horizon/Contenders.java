package org.updateall.modeling.horizon;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.arima.AutoArima;
import org.updateall.modeling.model.ets.EtsForm;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.model.ets.OneForm;
import org.updateall.modeling.model.season.SeasonalNaive;
import org.updateall.modeling.model.season.SeasonallyAdjusted;
import org.updateall.modeling.model.theta.ThetaMethod;
import org.updateall.modeling.online.FitSchedule;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

/**
 * The families that compete for a path: those that find trend and season by themselves, simple
 * ones, and, if the series has seasons, families of what is left without the shortest of them, or
 * without all.
 */
final class Contenders {

  private static final List<ModelFamily> SEARCHING = List.of(new ThetaMethod(), new AutoArima());

  /** Beyond this period smoothing of seasons is dear, and no better than that without them. */
  private static final int LONGEST_SMOOTHED = 12;

  private static final List<ModelFamily> SIMPLE =
      List.of(
          new OneForm(EtsForm.LEVEL),
          new OneForm(EtsForm.labelled("ETS(A,A,N)")),
          new OneForm(EtsForm.labelled("ETS(A,Ad,N)")),
          new SeasonalNaive(1));

  private static final List<ModelFamily> REMAINDER =
      List.of(
          new ThetaMethod(),
          new ExponentialSmoothing(),
          new AutoArima(),
          new OneForm(EtsForm.LEVEL),
          new OneForm(EtsForm.labelled("ETS(A,Ad,N)")));

  private Contenders() {}

  /**
   * @param periods of the seasons, shorter ones first
   */
  static List<Contender> of(List<Integer> periods) {
    List<ScheduledFamily> families = new ArrayList<>(onBothScales(SEARCHING));
    if (periods.isEmpty() || periods.get(0) <= LONGEST_SMOOTHED) {
      families.addAll(onBothScales(List.of(new ExponentialSmoothing())));
    }
    SIMPLE.forEach(family -> families.add(on(Power.IDENTITY, family)));
    for (int count = 1; count <= periods.size(); count++) {
      List<Integer> some = periods.subList(0, count);
      families.add(on(Power.IDENTITY, new SeasonalNaive(periods.get(count - 1))));
      families.addAll(onBothScales(without(some)));
    }
    return families.stream().<Contender>map(FamilyContender::new).toList();
  }

  private static List<ModelFamily> without(List<Integer> periods) {
    return REMAINDER.stream()
        .<ModelFamily>map(family -> new SeasonallyAdjusted(family, periods))
        .toList();
  }

  private static List<ScheduledFamily> onBothScales(List<ModelFamily> families) {
    return Stream.of(Power.IDENTITY, Power.LOGARITHM)
        .flatMap(power -> families.stream().map(family -> on(power, family)))
        .toList();
  }

  private static ScheduledFamily on(Power power, ModelFamily family) {
    return new ScheduledFamily(family, power, FitSchedule.GEOMETRIC);
  }
}
