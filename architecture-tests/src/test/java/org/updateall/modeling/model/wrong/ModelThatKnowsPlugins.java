package org.updateall.modeling.model.wrong;

import org.updateall.domain.history.PluginName;

/** Breaks a rule on purpose. */
public final class ModelThatKnowsPlugins {
  public Class<?> known() {
    return PluginName.class;
  }
}
