package org.updateall.adapters.plugins;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.updating.PluginCatalogue;
import org.updateall.domain.updating.Preferences;
import org.updateall.domain.updating.PreflightCache;

/**
 * Binds {@link PluginCatalogue} to what is shipped, declared and found on this machine, {@link
 * Preferences} to what is declared beside it, and {@link PreflightCache} to a file. Needs a bound
 * {@link CommandRunner}. Nothing is read before the catalogue is asked.
 */
public final class PluginsModule extends AbstractModule {

  private final PluginSettings settings;

  public PluginsModule(PluginSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  PluginCatalogue pluginCatalogue(CommandRunner runner) {
    return new FilePluginCatalogue(settings, new RunnerAsking(runner), System::nanoTime);
  }

  @Provides
  @Singleton
  Preferences preferences() {
    return new FilePreferences(settings.configuration());
  }

  @Provides
  @Singleton
  PreflightCache preflightCache() {
    return new FilePreflightCache(settings.preflights());
  }
}
