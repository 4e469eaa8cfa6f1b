package org.updateall.adapters.system.importing;

/** Is shown the lines of a text. */
@FunctionalInterface
interface LineVisitor {

  /**
   * @param line without its end
   * @param number from 1
   */
  void line(String line, long number);
}
