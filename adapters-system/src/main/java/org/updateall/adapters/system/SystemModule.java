package org.updateall.adapters.system;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.time.Clock;
import org.updateall.adapters.system.importing.ImportingModule;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.importing.ProgramOutput;
import org.updateall.domain.metering.CommandRunner;

/**
 * Binds {@link CommandRunner}, {@link ProgramOutput} and {@link ProfileSource} to this machine;
 * needs a {@link Clock}.
 */
public final class SystemModule extends AbstractModule {

  @Override
  protected void configure() {
    ProgramSearch search = new ProgramSearch(System.getenv());
    install(new ImportingModule(program -> search.find(program).isRight()));
  }

  @Provides
  @Singleton
  static CommandRunner commandRunner(Clock clock) {
    return new ShellMeteredRunner(Machine.here(), clock, ShellMeteredRunner.GRACE);
  }

  @Provides
  static ProfileSource profileSource() {
    return LinuxProfileSource.here();
  }
}
