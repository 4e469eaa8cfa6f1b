package org.updateall.adapters.duckdb;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import org.updateall.domain.fleet.FleetForecasts;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.FleetTree;

/**
 * Binds {@link FleetTree}, {@link FleetOutput} and {@link FleetForecasts} to files. Needs a bound
 * {@link org.updateall.domain.fleet.PriorShelf}.
 */
public final class FleetModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(FleetTree.class).to(ParquetFleetTree.class).in(Singleton.class);
    bind(FleetForecasts.class).to(ParquetFleetForecasts.class).in(Singleton.class);
    bind(FleetOutput.class).to(ParquetFleetOutput.class).in(Singleton.class);
  }
}
