package org.updateall.adapters.system;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.updateall.domain.metering.CommandRunner;

/** Binds {@link CommandRunner} to the commands of this machine; needs a {@link Clock}. */
public final class SystemModule extends AbstractModule {

  private final SystemSettings settings;

  public SystemModule(SystemSettings settings) {
    this.settings = settings;
  }

  @Provides
  @Singleton
  CommandRunner commandRunner(Clock clock) {
    return new SystemCommandRunner(settings, Tools.ofThisMachine(), clock);
  }
}
