package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.scale.PowerScale;

/** What holds for every cheap member of a pool. */
final class MemberPropertiesTest {

  private static final int LENGTH = 150;
  private static final double[] VALUES = values();
  private static final List<Occasion> OCCASIONS = occasions();

  /** Their forecasts lean towards 0, or tell 0 from other values. */
  private static final Set<String> BOUND_TO_THE_ORIGIN =
      Set.of(
          "nothing to do or not",
          "regression on covariate 1",
          "regression on covariate 2",
          "regression on covariate 1 and covariate 2",
          "cost by covariates");

  /** It shrinks steps towards 0, in units of the pool's scale. */
  private static final Set<String> BOUND_TO_THE_UNIT = Set.of("linear in 8 lags");

  @Test
  void everyMemberHasANameOfItsOwn() {
    List<String> titles = members().stream().map(Member::title).toList();

    assertEquals(titles.size(), new HashSet<>(titles).size(), titles::toString);
    assertEquals(titles.size(), cheap().priors().length);
  }

  @Test
  void everyMemberSpeaksInTheEndAndItsGainIsAShare() {
    for (Member member : members()) {
      Told told = told(member, VALUES, LENGTH);
      assertTrue(Double.isFinite(told.on(OCCASIONS.get(LENGTH - 1))), member.title());
      assertTrue(member.gain() >= 0 && member.gain() <= 1, member.title());
    }
  }

  /** To be asked changes nothing, so that what was forecast cannot matter to what is. */
  @Test
  void toBeAskedChangesNothing() {
    for (int place = 0; place < members().size(); place++) {
      Told asked = new Told(members().get(place));
      Told notAsked = new Told(members().get(place));
      for (int t = 0; t < 60; t++) {
        asked.on(OCCASIONS.get(t));
        asked.ahead(5);
        asked.tell(VALUES[t], OCCASIONS.get(t));
        notAsked.tell(VALUES[t], OCCASIONS.get(t));
      }
      assertEquals(notAsked.ahead(3), asked.ahead(3), asked.member().title());
      assertArrayEquals(notAsked.member().state(), asked.member().state());
    }
  }

  @Test
  void goesOnFromItsStateForEverAfter() {
    for (int place = 0; place < members().size(); place++) {
      Member whole = members().get(place);
      Past past = new Past();
      for (int t = 0; t < LENGTH; t++) {
        Member restored = members().get(place);
        restored.restore(whole.state());
        for (int ahead = 1; ahead <= 3; ahead++) {
          assertEquals(
              whole.forecast(past, OCCASIONS.get(t), ahead),
              restored.forecast(past, OCCASIONS.get(t), ahead),
              whole.title());
        }
        assertEquals(whole.gain(), restored.gain());
        whole.observe(past, OCCASIONS.get(t), VALUES[t]);
        restored.observe(past, OCCASIONS.get(t), VALUES[t]);
        assertArrayEquals(whole.state(), restored.state(), whole.title());
        past.add(OCCASIONS.get(t), VALUES[t]);
      }
    }
  }

  @Test
  void refusesAStateThatIsNoneOfItsOwn() {
    for (Member member : members()) {
      double[] state = told(member, VALUES, 50).member().state();
      double[] longer = Arrays.copyOf(state, state.length + 1);

      assertThrows(IllegalArgumentException.class, () -> member.restore(longer), member.title());
      if (state.length > 0) {
        double[] shorter = Arrays.copyOf(state, state.length - 1);
        assertThrows(IllegalArgumentException.class, () -> member.restore(shorter));
        state[state.length / 2] = Double.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> member.restore(state));
      }
    }
  }

  @Test
  void shiftsWithTheSeries() {
    for (int place = 0; place < members().size(); place++) {
      String title = members().get(place).title();
      if (!BOUND_TO_THE_ORIGIN.contains(title)) {
        double[] shifted = Arrays.stream(VALUES).map(value -> value + 64).toArray();
        assertEquals(forecast(place, VALUES) + 64, forecast(place, shifted), 1e-8, title);
      }
    }
  }

  @Test
  void growsWithTheSeries() {
    for (int place = 0; place < members().size(); place++) {
      String title = members().get(place).title();
      if (!BOUND_TO_THE_ORIGIN.contains(title) && !BOUND_TO_THE_UNIT.contains(title)) {
        double[] grown = Arrays.stream(VALUES).map(value -> 8 * value).toArray();
        assertEquals(8 * forecast(place, VALUES), forecast(place, grown), 1e-9, title);
      }
    }
  }

  @Test
  void forecastsAConstantByItself() {
    double[] constant = new double[LENGTH];
    Arrays.fill(constant, 3);
    for (int place = 0; place < members().size(); place++) {
      String title = members().get(place).title();
      if (!BOUND_TO_THE_ORIGIN.contains(title)) {
        assertEquals(3, forecast(place, constant), 1e-9, title);
      }
    }
  }

  @Test
  void halfOfThePriorGoesToTheCovariatesWhereThereAreAny() {
    for (int covariates = 1; covariates <= 3; covariates++) {
      CheapMembers cheap = CheapMembers.of(PowerScale.IDENTITY, covariates, 1);
      double byCovariates = 0;
      for (int m = 0; m < cheap.members().size(); m++) {
        Member member = cheap.members().get(m);
        boolean regression = member instanceof CovariateRegression || member instanceof CostModel;
        byCovariates += regression ? cheap.priors()[m] : 0;
      }
      assertEquals(0.5, byCovariates / Arrays.stream(cheap.priors()).sum(), 1e-12);
    }
  }

  @Test
  void thereIsAMemberOfSeasonsOnlyWhereThereIsASeason() {
    assertEquals(
        cheap().members().size(), CheapMembers.of(PowerScale.IDENTITY, 2, 1).members().size() + 1);
  }

  private static double forecast(int place, double[] values) {
    return told(members().get(place), values, LENGTH - 1).on(OCCASIONS.get(LENGTH - 1));
  }

  private static Told told(Member member, double[] values, int count) {
    Told told = new Told(member);
    for (int t = 0; t < count; t++) {
      told.tell(values[t], OCCASIONS.get(t));
    }
    return told;
  }

  private static List<Member> members() {
    return cheap().members();
  }

  private static CheapMembers cheap() {
    return CheapMembers.of(PowerScale.IDENTITY, 2, 7);
  }

  private static double[] values() {
    Random random = new Random(11);
    return IntStream.range(0, LENGTH)
        .mapToDouble(t -> t % 10 == 3 ? 0 : 4 + t % 7 + random.nextGaussian())
        .toArray();
  }

  private static List<Occasion> occasions() {
    Random random = new Random(12);
    List<Occasion> occasions = new ArrayList<>();
    for (int t = 0; t < LENGTH; t++) {
      double packages = t % 10 == 3 ? 0 : random.nextInt(40);
      occasions.add(Told.day(t + 0.3 * random.nextDouble(), packages, t % 5 == 0 ? Double.NaN : t));
    }
    return occasions;
  }
}
