package org.updateall.modeling.model.ets;

import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/** Exponential smoothing of one form alone, whatever others would do. */
public final class OneForm implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 5;

  private final EtsForm form;
  private final ExponentialSmoothing smoothing = new ExponentialSmoothing();

  public OneForm(EtsForm form) {
    this.form = form;
  }

  @Override
  public String name() {
    return form.label();
  }

  @Override
  public int minObservations() {
    return MIN_OBSERVATIONS;
  }

  @Override
  public EtsModel fit(TimeSeries window) {
    window.requireObserved(MIN_OBSERVATIONS);
    return smoothing.fit(form, window);
  }
}
