package org.updateall.domain.updating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;

/** What every {@link PluginCatalogue} promises. */
public abstract class PluginCatalogueContract {

  private static final PluginName AARDVARK = new PluginName("aardvark");
  private static final PluginName MIDDLE = new PluginName("my tool");
  private static final PluginName ZEBRA = new PluginName("zebra");

  /** A catalogue that has these plugins, those switched off, and one that is wrong. */
  protected abstract PluginCatalogue catalogue(
      List<PluginName> plugins, List<PluginName> disabled, List<PluginName> wrong) throws Exception;

  /** What was asked of any program so far. */
  protected abstract int questions();

  @Test
  void tellsPluginsInTheOrderOfTheirNames() throws Exception {
    List<PluginName> names =
        catalogue(List.of(ZEBRA, AARDVARK, MIDDLE), List.of(), List.of()).find().plugins().stream()
            .map(UpdatePlugin::name)
            .toList();
    assertEquals(names.stream().sorted().distinct().toList(), names);
    assertTrue(names.containsAll(List.of(AARDVARK, MIDDLE, ZEBRA)));
  }

  @Test
  void tellsOfWhatIsSwitchedOffByItsNameAlone() throws Exception {
    KnownPlugins known = catalogue(List.of(ZEBRA, AARDVARK), List.of(ZEBRA), List.of()).find();
    assertEquals(List.of(ZEBRA), known.disabled());
    assertTrue(known.find(ZEBRA).isEmpty());
    assertTrue(known.find(AARDVARK).isDefined());
  }

  @Test
  void refusesWhatIsWrongAndTellsOfTheOthers() throws Exception {
    KnownPlugins known = catalogue(List.of(AARDVARK), List.of(), List.of(MIDDLE)).find();
    assertEquals(1, known.refused().size());
    FileRefused refused = known.refused().get(0);
    assertFalse(refused.reason().isBlank());
    assertFalse(refused.remedy().isBlank());
    assertTrue(known.find(MIDDLE).isEmpty());
    assertTrue(known.find(AARDVARK).isDefined());
  }

  @Test
  void looksAnewEachTimeAndAsksNothing() throws Exception {
    PluginCatalogue catalogue = catalogue(List.of(AARDVARK), List.of(), List.of());
    assertEquals(
        catalogue.find().plugins().stream().map(UpdatePlugin::name).toList(),
        catalogue.find().plugins().stream().map(UpdatePlugin::name).toList());
    assertEquals(0, questions());
  }
}
