package org.updateall.domain.exchange;

import java.nio.file.Path;

/**
 * Why nothing is written to a place.
 *
 * @param target the place
 * @param reason what is wrong with it
 * @param remedy what the user can do
 */
public record TargetRefused(Path target, String reason, String remedy) {

  /** One sentence with place, reason and remedy. */
  public String message() {
    return "%s %s. %s".formatted(target, reason, remedy);
  }
}
