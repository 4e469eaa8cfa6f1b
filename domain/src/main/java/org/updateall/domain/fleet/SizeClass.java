package org.updateall.domain.fleet;

import io.vavr.control.Option;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How large a machine is: what of it an update feels. */
public enum SizeClass {
  /** At most 2 processors, or less than 4 GiB of memory. */
  SMALL,
  /** Neither small nor large. */
  MEDIUM,
  /** More than 8 processors, and at least 16 GiB of memory. */
  LARGE,
  /** Of a machine of which that is not known. */
  UNKNOWN;

  private static final int FEW_PROCESSORS = 2;
  private static final int MANY_PROCESSORS = 8;
  private static final long LITTLE_MEMORY = 4L << 30;
  private static final long MUCH_MEMORY = 16L << 30;

  /** The class of a machine with so many processors and bytes of memory. */
  public static SizeClass of(@Nullable Integer processors, @Nullable Long memoryBytes) {
    if (processors == null || memoryBytes == null) {
      return UNKNOWN;
    }
    if (processors <= FEW_PROCESSORS || memoryBytes < LITTLE_MEMORY) {
      return SMALL;
    }
    return processors > MANY_PROCESSORS && memoryBytes >= MUCH_MEMORY ? LARGE : MEDIUM;
  }

  /** The name in files and in output: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of that wire name; none for any other text. */
  public static Option<SizeClass> fromWireName(String text) {
    for (SizeClass each : values()) {
      if (each.wireName().equals(text)) {
        return Option.some(each);
      }
    }
    return Option.none();
  }
}
