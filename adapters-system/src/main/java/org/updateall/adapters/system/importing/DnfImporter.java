package org.updateall.adapters.system.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.DnfTransaction.State;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/** Reads the transactions of dnf 4, and those of yum that it took over, from its database. */
public final class DnfImporter implements HistoryImporter {

  private static final String FILE = "/var/lib/dnf/history.sqlite";

  /**
   * One row for each transaction, with the packages that it puts in place. After
   * libdnf/transaction/sql/create_tables.sql and Types.hpp of libdnf: 1 install, 2 downgrade, 4
   * obsolete (what takes the place of another), 6 upgrade, 9 reinstall; a state of 1 is done, 2 an
   * error, and 0 not known yet. The first versions had a column {@code done} for it, with 0 and 1.
   */
  private static final String TRANSACTIONS =
      """
      SELECT t.id AS id, t.dt_begin AS dt_begin, t.dt_end AS dt_end, t.STATE AS state,
             p.packages AS packages, p.done AS done
      FROM trans AS t
      LEFT JOIN (
        SELECT trans_id,
               count(DISTINCT item_id) AS packages,
               count(DISTINCT CASE WHEN ITEM_STATE = 1 THEN item_id END) AS done
        FROM trans_item
        WHERE action IN (1, 2, 4, 6, 9) AND item_id IN (SELECT item_id FROM rpm)
        GROUP BY trans_id
      ) AS p ON p.trans_id = t.id
      ORDER BY t.id
      """;

  private static final long DONE = 1;
  private static final long ERROR = 2;

  @Override
  public String id() {
    return "dnf";
  }

  @Override
  public String description() {
    return "transactions of dnf 4, from " + FILE;
  }

  @Override
  public Detection detect(SourceMachine machine) {
    return source(machine).detect();
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    SqliteSource source = source(machine);
    DnfTransactions transactions =
        new DnfTransactions(id(), source.place(), machine.now(), since, sink);
    source.read(
        sink,
        database -> {
          String state = database.has("trans", "done") ? "done" : "state";
          String itemState = database.has("trans_item", "done") ? "done" : "state";
          database.require("trans", "id", "dt_begin", "dt_end", state);
          database.require("trans_item", "trans_id", "item_id", "action", itemState);
          database.require("rpm", "item_id");
          database.each(
              TRANSACTIONS.replace("ITEM_STATE", itemState).replace("STATE", state),
              row -> transactions.row(row, state(row.number("state"))));
        });
  }

  private static State state(@Nullable Long number) {
    if (number == null) {
      return State.BEGUN;
    }
    return number == DONE ? State.DONE : number == ERROR ? State.FAILED : State.BEGUN;
  }

  private static SqliteSource source(SourceMachine machine) {
    return new SqliteSource(machine, machine.at(FILE));
  }
}
