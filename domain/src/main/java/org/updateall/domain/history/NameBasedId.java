package org.updateall.domain.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Identities derived from what they identify: the same parts give the same identity, for ever. */
public final class NameBasedId {

  private NameBasedId() {}

  /**
   * The name-based UUID (version 3, RFC 9562) of the parts, each preceded by its length so that no
   * two lists of parts look alike.
   */
  public static UUID of(String... parts) {
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      name.append(part.length()).append(':').append(part);
    }
    return UUID.nameUUIDFromBytes(name.toString().getBytes(UTF_8));
  }
}
