package org.updateall.adapters.jsonlegacy;

import java.util.Set;

/** The names of the fields that are read; all others are passed over. */
final class FieldNames {

  static final String ID = "id";
  static final String START_TIME = "start_time";
  static final String END_TIME = "end_time";
  static final String PLUGINS = "plugins";
  static final String HOSTNAME = "hostname";
  static final String USERNAME = "username";
  static final String CONFIG_HASH = "config_hash";
  static final String NAME = "name";
  static final String STATUS = "status";
  static final String PACKAGES_UPDATED = "packages_updated";
  static final String PACKAGES_TOTAL = "packages_total";
  static final String ERROR_MESSAGE = "error_message";
  static final String EXIT_CODE = "exit_code";

  static final Set<String> KNOWN =
      Set.of(
          ID,
          START_TIME,
          END_TIME,
          PLUGINS,
          HOSTNAME,
          USERNAME,
          CONFIG_HASH,
          NAME,
          STATUS,
          PACKAGES_UPDATED,
          PACKAGES_TOTAL,
          ERROR_MESSAGE,
          EXIT_CODE);

  private FieldNames() {}
}
