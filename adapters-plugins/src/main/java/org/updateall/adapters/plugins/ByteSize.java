package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sizes as package managers print them for people: {@code 168 MB} (powers of 1000, apt, flatpak,
 * snap), {@code 12.4 MiB} (powers of 1024, pacman, zypper), {@code 12 M} (powers of 1024 too, dnf).
 */
final class ByteSize {

  private static final Pattern SIZE =
      Pattern.compile(
          "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?:([kKMGTPE])?(i)?(B|bytes?)?)");

  private static final String PREFIXES = "KMGTPE";

  private ByteSize() {}

  /** The bytes of such a size; none if it is none, or beyond what a long can hold. */
  static Option<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text.replace('\u00a0', ' ').replace('\u202f', ' ').strip());
    if (!matcher.matches()) {
      return Option.none();
    }
    boolean decimal = matcher.group(3) == null && matcher.group(4) != null;
    BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
    BigDecimal bytes =
        number
            .multiply(BigDecimal.valueOf(decimal ? 1000 : 1024).pow(power(matcher.group(2))))
            .setScale(0, RoundingMode.HALF_UP);
    return bytes.unscaledValue().bitLength() < Long.SIZE
        ? Option.some(bytes.longValueExact())
        : Option.none();
  }

  private static int power(@Nullable String prefix) {
    return prefix == null ? 0 : PREFIXES.indexOf(prefix.toUpperCase(Locale.ROOT)) + 1;
  }
}
