package org.updateall.adapters.duckdb;

import com.google.inject.PrivateModule;
import jakarta.inject.Singleton;
import org.updateall.domain.exchange.ExportedHistory;
import org.updateall.domain.exchange.HistoryExport;
import org.updateall.domain.exchange.TrainingExport;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetHistories;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.history.RunHistory;

/**
 * Binds {@link HistoryExport}, {@link ExportedHistory}, {@link TrainingExport}, {@link FleetExport}
 * and {@link FleetHistories} to files. Needs a bound {@link java.time.Clock}, and the {@link
 * RunHistory} and {@link ModelStore} to be exported, whatever keeps them.
 */
public final class ExchangeModule extends PrivateModule {

  private final ExchangeSettings settings;

  public ExchangeModule(ExchangeSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    bind(ExchangeSettings.class).toInstance(settings);
    bind(HistoryExport.class).to(FileHistoryExport.class).in(Singleton.class);
    bind(ExportedHistory.class).to(FileExportedHistory.class).in(Singleton.class);
    bind(TrainingExport.class).to(FileTrainingExport.class).in(Singleton.class);
    bind(FleetExport.class).to(ParquetFleetExport.class).in(Singleton.class);
    bind(FleetHistories.class).to(ParquetFleetHistories.class).in(Singleton.class);
    expose(HistoryExport.class);
    expose(ExportedHistory.class);
    expose(TrainingExport.class);
    expose(FleetExport.class);
    expose(FleetHistories.class);
  }
}
