package org.updateall.modeling.combination;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.updateall.modeling.model.linear.DiscountedRidge;

/** A discounted ridge regression as numbers in a row: its weight, means and products. */
final class RidgeState {

  private RidgeState() {}

  static double[] numbers(DiscountedRidge ridge) {
    return DoubleStream.concat(
            DoubleStream.of(ridge.weight()),
            Stream.of(ridge.means(), ridge.products())
                .flatMap(List::stream)
                .mapToDouble(number -> number))
        .toArray();
  }

  /**
   * The regression of these numbers.
   *
   * @param like one with as many covariates, and the same settings
   * @throws IllegalArgumentException if they are the numbers of none
   */
  static DiscountedRidge ridge(String name, double[] numbers, DiscountedRidge like) {
    int means = like.means().size();
    int products = like.products().size();
    States.require(name, numbers, 1 + means + products);
    List<Double> all = Arrays.stream(numbers).boxed().toList();
    return new DiscountedRidge(
        like.forgetting(),
        like.precision(),
        numbers[0],
        all.subList(1, 1 + means),
        all.subList(1 + means, 1 + means + products));
  }
}
