package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Either;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Reads a whole number of 32 or 64 bits from the text of a JSON number; {@code 3.0} and {@code 3e0}
 * are 3. Costs no more than the text is long: exponents are compared, never carried out.
 */
final class WholeNumber {

  private static final int MAX_TEXT_LENGTH = 1000;
  private static final int MAX_DIGITS = 19;

  private WholeNumber() {}

  /** The number of 32 bits, or what is wrong with it, to follow the name of the field. */
  static Either<String, Integer> parse(String text) {
    return parse(text, Integer.SIZE).map(Long::intValue);
  }

  /** The number of 64 bits, or what is wrong with it, to follow the name of the field. */
  static Either<String, Long> parseLong(String text) {
    return parse(text, Long.SIZE);
  }

  private static Either<String, Long> parse(String text, int bits) {
    if (!Character.isDigit(text.charAt(text.length() - 1))) {
      return Either.left("is not a finite number: " + Excerpt.of(text));
    }
    if (text.length() > MAX_TEXT_LENGTH) {
      return tooLarge(text, bits);
    }
    try {
      return whole(text, new BigDecimal(text), bits);
    } catch (NumberFormatException exponentBeyondAllMeasure) {
      return tooLarge(text, bits);
    }
  }

  private static Either<String, Long> whole(String text, BigDecimal number, int bits) {
    if ((long) number.precision() - number.scale() > MAX_DIGITS && number.signum() != 0) {
      return tooLarge(text, bits);
    }
    BigDecimal shortest = number.stripTrailingZeros();
    if (shortest.scale() > 0) {
      return Either.left("is not a whole number: " + Excerpt.of(text));
    }
    BigInteger value = shortest.toBigIntegerExact();
    return value.bitLength() < bits ? Either.right(value.longValue()) : tooLarge(text, bits);
  }

  private static Either<String, Long> tooLarge(String text, int bits) {
    return Either.left(
        String.format(Locale.ROOT, "does not fit into %d bits: %s", bits, Excerpt.of(text)));
  }
}
