package org.updateall.adapters.duckdb;

import com.google.inject.PrivateModule;
import jakarta.inject.Singleton;
import org.updateall.domain.fleet.PriorShelf;

/** Binds {@link PriorShelf} to a file beside the history. */
public final class PriorModule extends PrivateModule {

  private final ExchangeSettings settings;

  public PriorModule(ExchangeSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void configure() {
    bind(ExchangeSettings.class).toInstance(settings);
    bind(PriorShelf.class).to(FilePriorShelf.class).in(Singleton.class);
    expose(PriorShelf.class);
  }
}
