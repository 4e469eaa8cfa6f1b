package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Either;
import java.math.BigDecimal;

/**
 * Reads a whole number of 32 bits from the text of a JSON number; {@code 3.0} and {@code 3e0} are
 * 3. Costs no more than the text is long: exponents are compared, never carried out.
 */
final class WholeNumber {

  private static final int MAX_TEXT_LENGTH = 1000;
  private static final int MAX_DIGITS = 10;

  private WholeNumber() {}

  /** The number, or what is wrong with it, to follow the name of the field. */
  static Either<String, Integer> parse(String text) {
    if (!Character.isDigit(text.charAt(text.length() - 1))) {
      return Either.left("is not a finite number: " + Excerpt.of(text));
    }
    if (text.length() > MAX_TEXT_LENGTH) {
      return tooLarge(text);
    }
    try {
      return whole(text, new BigDecimal(text));
    } catch (NumberFormatException exponentBeyondAllMeasure) {
      return tooLarge(text);
    }
  }

  private static Either<String, Integer> whole(String text, BigDecimal number) {
    if ((long) number.precision() - number.scale() > MAX_DIGITS && number.signum() != 0) {
      return tooLarge(text);
    }
    BigDecimal shortest = number.stripTrailingZeros();
    if (shortest.scale() > 0) {
      return Either.left("is not a whole number: " + Excerpt.of(text));
    }
    long value = shortest.longValueExact();
    return value == (int) value ? Either.right((int) value) : tooLarge(text);
  }

  private static Either<String, Integer> tooLarge(String text) {
    return Either.left("does not fit into 32 bits: " + Excerpt.of(text));
  }
}
