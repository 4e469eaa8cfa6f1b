package org.updateall.adapters.duckdb;

/** What a user can do about a store that is not as it should be. */
final class Remedies {

  static final String REPAIR =
      "'update-all db repair TARGET' saves what can be read into a new file and leaves this one as it"
          + " is; or bring back a backup.";

  static final String BRING_JOURNAL_BACK =
      "If there is a good copy of the journal, put it in its place before anything else is stored;"
          + " otherwise nothing more can be done about it.";

  static final String BRING_BACK = "Bring back a backup, or name another file with --db.";

  private Remedies() {}
}
