package org.updateall.fleet.spark;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/**
 * A prior of one kind of series, as a row.
 *
 * @param target wire name of the target
 * @param pluginName which plugin; absent for all
 * @param operatingSystem which operating system; absent for all
 * @param sizeClass wire name of the size; absent for all
 * @param sources as {@link PooledPrior#sources()}
 * @param document as {@link PooledPrior#document()}
 */
record KeptPrior(
    String target,
    @Nullable String pluginName,
    @Nullable String operatingSystem,
    @Nullable String sizeClass,
    int sources,
    String document)
    implements Serializable {

  /** All of them as a table. */
  static PriorTable table(List<KeptPrior> priors, Instant asOf) {
    Map<PriorClass, PooledPrior> byClass = new HashMap<>();
    priors.forEach(each -> byClass.put(each.kind(), each.prior()));
    return new PriorTable(asOf, byClass);
  }

  private PriorClass kind() {
    return new PriorClass(
        Target.fromWireName(target).get(),
        pluginName == null ? null : new PluginName(pluginName),
        operatingSystem,
        sizeClass == null ? null : SizeClass.fromWireName(sizeClass).get());
  }

  private PooledPrior prior() {
    return new PooledPrior(sources, document);
  }
}
