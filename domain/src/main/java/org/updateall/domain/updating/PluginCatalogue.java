package org.updateall.domain.updating;

/** Port: knows the plugins of this machine. Safe for several threads. */
public interface PluginCatalogue {

  /**
   * Looks which plugins there are now.
   *
   * <ul>
   *   <li>They are told in the order of their names, and no two share one.
   *   <li>One that is switched off is not told of as a plugin, but by its name.
   *   <li>One that is wrong is refused, with its file, place and remedy; the others are told of all
   *       the same.
   *   <li>No plugin is asked anything, and nothing is changed.
   * </ul>
   */
  KnownPlugins find();
}
