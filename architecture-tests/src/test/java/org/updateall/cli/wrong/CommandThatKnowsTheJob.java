package org.updateall.cli.wrong;

import org.updateall.fleet.spark.FleetJob;

/** Breaks a rule on purpose. */
public final class CommandThatKnowsTheJob {
  public Class<?> known() {
    return FleetJob.class;
  }
}
