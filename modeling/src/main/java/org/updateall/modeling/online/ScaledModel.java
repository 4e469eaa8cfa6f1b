package org.updateall.modeling.online;

import static java.util.Objects.requireNonNull;

import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.scale.PowerScale;

/**
 * A fitted model and the scale that it works on.
 *
 * @param scale from the units of the series to those of the model
 * @param model fitted on that scale
 */
public record ScaledModel(PowerScale scale, FittedModel model) {

  public ScaledModel {
    requireNonNull(scale, "scale");
    requireNonNull(model, "model");
  }
}
