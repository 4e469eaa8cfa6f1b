package org.updateall.application.inspecting;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.importing.Detection;

/**
 * A source of past updates, after a quick look.
 *
 * @param id what people call it
 * @param description what it is and where it lies
 * @param onlyWhenNamed whether it is read only where somebody names it
 * @param detection whether the machine has it, and whether it may be read
 */
public record ExaminedSource(
    String id, String description, boolean onlyWhenNamed, Detection detection) {

  public ExaminedSource {
    requireNonNull(id, "id");
    requireNonNull(description, "description");
    requireNonNull(detection, "detection");
  }
}
