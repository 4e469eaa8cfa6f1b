package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.retrieval.HistoryQueries;

class DuckDbModuleTest {

  /** The strictest injector that an application may have. */
  private static final class Strict extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      binder().requireAtInjectOnConstructors();
      binder().requireExactBindingAnnotations();
      binder().disableCircularProxies();
      bind(Clock.class).toInstance(Clock.systemUTC());
    }
  }

  @Test
  void bindsTheFourPortsToOneDatabase(@TempDir Path directory) {
    Path database = directory.resolve("history.duckdb");
    Injector injector =
        Guice.createInjector(new Strict(), new DuckDbModule(new DuckDbSettings(database)));
    assertFalse(Files.exists(database));

    injector.getInstance(RunHistory.class).record(Runs.complete());

    assertEquals(List.of("workstation"), injector.getInstance(HistoryQueries.class).hosts());
    assertTrue(injector.getInstance(RunJournal.class).accept(Runs.run(2).build()).isDefined());
    assertEquals(2, injector.getInstance(RunHistory.class).counts().runs());
    assertEquals(0, injector.getInstance(ModelStore.class).findAll(List.of()).size());
    assertSame(injector.getInstance(RunHistory.class), injector.getInstance(RunHistory.class));
  }

  @Test
  void showsNothingElse(@TempDir Path directory) {
    Injector injector =
        Guice.createInjector(
            new Strict(), new DuckDbModule(new DuckDbSettings(directory.resolve("x"))));

    assertThrows(ConfigurationException.class, () -> injector.getInstance(DuckDbStore.class));
  }
}
