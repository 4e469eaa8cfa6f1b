package org.duckdb;

/**
 * Stands in for the driver's own class of this name in the distribution's driver jar and does nothing.
 *
 * <p>The original starts Flight Recorder when the driver class is loaded and keeps a second connection beside every
 * database that is opened, which a quarter of a short command's processor time goes to. Both versions of the driver
 * that we run on (1.5.6.0 and 2.0.0.1) call these three methods and no other.
 */
final class JfrMemoryMonitor {
  private JfrMemoryMonitor() {}

  static void init() {}

  static void connectionOpened(DuckDBConnection connection) {}

  static void connectionClosed(long databaseAddress) {}
}
