package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;

/** What had been foretold, beside what came, for machines; scripts rely on its keys. */
final class ForetoldDocument {

  private ForetoldDocument() {}

  static Map<String, Object> of(Prediction prediction, double level) {
    Target target = prediction.key().target();
    PredictionInterval interval = prediction.interval(level);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("point", Json.figure(target, prediction.point()));
    document.put("lower", Json.figure(target, interval.lower()));
    document.put("upper", Json.figure(target, interval.upper()));
    document.put("level", interval.level());
    document.put("basis", prediction.basis().wireName());
    return document;
  }
}
