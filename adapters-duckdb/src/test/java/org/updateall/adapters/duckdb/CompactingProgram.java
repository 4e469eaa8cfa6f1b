package org.updateall.adapters.duckdb;

import java.nio.file.Path;

/** Compacts a database again and again, until it is killed; says so when it begins each time. */
final class CompactingProgram {

  private CompactingProgram() {}

  /** Arguments: directory. */
  public static void main(String[] arguments) {
    DuckDbStoreUpkeep upkeep = new Stores(Path.of(arguments[0])).upkeep();
    while (true) {
      System.out.println("compacting");
      upkeep.compact();
    }
  }
}
