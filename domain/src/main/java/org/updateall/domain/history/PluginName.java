package org.updateall.domain.history;

/**
 * The name of a plugin, such as {@code apt}, in any script; names are told apart by case.
 *
 * @param value not blank, without control characters, at most {@value #MAX_LENGTH} characters
 */
public record PluginName(String value) implements Comparable<PluginName> {

  public static final int MAX_LENGTH = 200;

  /**
   * @throws IllegalArgumentException if the name is blank, too long, or holds a control character
   */
  public PluginName {
    Require.text("plugin name", value, MAX_LENGTH);
  }

  @Override
  public int compareTo(PluginName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
