package org.updateall.adapters.system.importing;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.function.Predicate;
import org.updateall.domain.importing.ProgramOutput;
import org.updateall.domain.metering.CommandRunner;

/** Binds {@link ProgramOutput} to the programs of this machine; needs a {@link CommandRunner}. */
public final class ImportingModule extends AbstractModule {

  private final Predicate<String> known;

  /**
   * @param known whether the search path has a program of that name
   */
  public ImportingModule(Predicate<String> known) {
    this.known = known;
  }

  @Provides
  @Singleton
  ProgramOutput programOutput(CommandRunner runner) {
    return new CapturedPrograms(runner, known);
  }
}
