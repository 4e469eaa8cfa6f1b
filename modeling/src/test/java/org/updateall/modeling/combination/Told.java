package org.updateall.modeling.combination;

import org.updateall.modeling.model.Occasion;

/** A member of a pool with the values that it was told, a day apart if nothing else is said. */
final class Told {

  private static final double DAY = 86_400;

  private final Member member;
  private final Past past = new Past();

  Told(Member member) {
    this.member = member;
  }

  static Told of(Member member, double... values) {
    Told told = new Told(member);
    for (double value : values) {
      told.tell(value);
    }
    return told;
  }

  static Occasion day(double day, double... covariates) {
    return new Occasion(DAY * day, covariates);
  }

  Told tell(double value) {
    return tell(value, day((double) past.seen()));
  }

  Told tell(double value, Occasion occasion) {
    member.observe(past, occasion, value);
    past.add(occasion, value);
    return this;
  }

  Member member() {
    return member;
  }

  Past past() {
    return past;
  }

  double next() {
    return ahead(1);
  }

  double ahead(int steps) {
    return member.forecast(past, day((double) past.seen() + steps - 1), steps);
  }

  double on(Occasion occasion) {
    return member.forecast(past, occasion, 1);
  }
}
