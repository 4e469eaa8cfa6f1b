package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a machine tells of itself, of which its profile is the coarse form.
 *
 * @param operatingSystem as {@link HostProfile#operatingSystem()}
 * @param processors how many processors programs may use; absent if not known
 * @param memoryBytes how much memory it has; absent if not known
 */
public record HostTraits(
    String operatingSystem, @Nullable Integer processors, @Nullable Long memoryBytes) {

  /** Of a host of which nothing is known. */
  public static final HostTraits UNKNOWN = new HostTraits(HostProfile.UNKNOWN_SYSTEM, null, null);

  /**
   * @throws IllegalArgumentException if the operating system is blank, or there is no processor or
   *     no memory
   */
  public HostTraits {
    requireNonNull(operatingSystem, "operatingSystem");
    if (operatingSystem.isBlank()) {
      throw new IllegalArgumentException("the operating system is blank");
    }
    if (processors != null && processors < 1) {
      throw new IllegalArgumentException("processors: " + processors);
    }
    if (memoryBytes != null && memoryBytes < 1) {
      throw new IllegalArgumentException("memoryBytes: " + memoryBytes);
    }
  }

  /** What kind of machine that is. */
  public HostProfile profile() {
    return new HostProfile(operatingSystem, SizeClass.of(processors, memoryBytes));
  }
}
