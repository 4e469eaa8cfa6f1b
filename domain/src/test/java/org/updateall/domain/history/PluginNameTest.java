package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"apt", "Visual Studio Code", "обновление", "更新", "مكون", "🦀 cargo"})
  void takesNamesOfAnyScript(String name) {
    assertEquals(name, new PluginName(name).value());
    assertEquals(name, new PluginName(name).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void refusesABlankName(String name) {
    assertEquals("plugin name is empty", Refusal.of(() -> new PluginName(name)));
  }

  @Test
  void takesTheLongestNameAndNoneLonger() {
    assertEquals(200, new PluginName("x".repeat(200)).value().length());
    assertEquals(
        "plugin name has 201 characters, at most 200 are kept",
        Refusal.of(() -> new PluginName("x".repeat(201))));
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u0000', '\n', '\u001F', '\u007F', '\u009F'})
  void refusesControlCharactersAndNamesThem(char control) {
    assertEquals(
        "plugin name holds the control character U+%04X".formatted((int) control),
        Refusal.of(() -> new PluginName("a" + control + "t")));
  }

  @ParameterizedTest
  @ValueSource(chars = {'\uD83E', '\uDD80'})
  void refusesHalfASurrogatePair(char half) {
    assertEquals(
        "plugin name holds half a surrogate pair",
        Refusal.of(() -> new PluginName("a" + half + "t")));
  }

  @Test
  void isToldApartByCase() {
    assertNotEquals(new PluginName("Apt"), new PluginName("apt"));
  }

  @Test
  void sortsByItsCharacters() {
    PluginName apt = new PluginName("apt");

    assertTrue(apt.compareTo(new PluginName("cargo")) < 0);
    assertTrue(apt.compareTo(new PluginName("Cargo")) > 0);
    assertEquals(0, apt.compareTo(new PluginName("apt")));
  }
}
