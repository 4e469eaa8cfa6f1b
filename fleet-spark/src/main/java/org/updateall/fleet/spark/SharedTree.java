package org.updateall.fleet.spark;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Where the tree is, and how its file system is reached, as all executors have it.
 *
 * @param tree path or address of the tree
 */
record SharedTree(String tree, Broadcast<SerializableConfiguration> broadcast)
    implements Serializable {

  static SharedTree of(String tree, SparkContext context) {
    return new SharedTree(
        tree, SerializableConfiguration.broadcast(context, context.hadoopConfiguration()));
  }

  Configuration configuration() {
    return broadcast.value().value();
  }

  /** The root of the tree. */
  Path root() {
    return new Path(tree);
  }

  /**
   * @param partition its path within the tree
   */
  OutcomeFile open(String partition) {
    return new OutcomeFile(new Path(root(), partition), configuration());
  }
}
