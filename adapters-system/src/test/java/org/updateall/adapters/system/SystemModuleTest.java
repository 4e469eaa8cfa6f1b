package org.updateall.adapters.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.OutputListener;

class SystemModuleTest {

  @Test
  void bindsARunnerOfThisMachine() {
    CommandOutcome outcome =
        injector()
            .getInstance(CommandRunner.class)
            .run(Runners.shell("echo here"), OutputListener.NONE);

    assertEquals("here\n", outcome.output().text());
  }

  @Test
  void bindsWhatTellsOfThisMachine() {
    assertEquals(
        Runtime.getRuntime().availableProcessors(),
        injector().getInstance(ProfileSource.class).traits().processors());
  }

  private static Injector injector() {
    return Guice.createInjector(
        new SystemModule(),
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Clock.class).toInstance(Clock.systemUTC());
          }
        });
  }
}
