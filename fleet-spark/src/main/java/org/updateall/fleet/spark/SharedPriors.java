package org.updateall.fleet.spark;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.PriorTable;

/** The priors of the fleet as all executors have them. Each makes a table of them once. */
final class SharedPriors implements Serializable {

  private final List<KeptPrior> priors;
  private final Instant asOf;
  private transient @Nullable PriorTable table;

  SharedPriors(List<KeptPrior> priors, Instant asOf) {
    this.priors = List.copyOf(priors);
    this.asOf = asOf;
  }

  static Broadcast<SharedPriors> broadcast(SharedPriors priors, SparkSession spark) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(priors);
  }

  synchronized PriorTable table() {
    PriorTable made = table;
    if (made == null) {
      made = KeptPrior.table(priors, asOf);
      table = made;
    }
    return made;
  }

  Instant asOf() {
    return asOf;
  }
}
