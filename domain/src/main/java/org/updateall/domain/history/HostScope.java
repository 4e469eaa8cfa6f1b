package org.updateall.domain.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whose history is meant: one machine's, or that of every machine in the store.
 *
 * @param hostname the machine; absent for every machine
 */
public record HostScope(@Nullable String hostname) {

  private static final HostScope EVERY_HOST = new HostScope(null);

  /**
   * @throws IllegalArgumentException if the name holds half a surrogate pair
   */
  public HostScope {
    Require.wellFormed("host name", hostname);
  }

  public static HostScope everyHost() {
    return EVERY_HOST;
  }

  public static HostScope only(String hostname) {
    return new HostScope(Objects.requireNonNull(hostname, "hostname"));
  }

  public boolean includes(String host) {
    return hostname == null || hostname.equals(host);
  }
}
