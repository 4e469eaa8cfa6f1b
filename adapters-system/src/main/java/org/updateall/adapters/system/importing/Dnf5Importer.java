package org.updateall.adapters.system.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.DnfTransaction.State;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;

/** Reads the transactions of dnf 5 from its database. */
public final class Dnf5Importer implements HistoryImporter {

  private static final String FILE = "/usr/lib/sysimage/libdnf5/transaction_history.sqlite";

  /**
   * One row for each transaction, with the packages that it puts in place: not those that go away
   * or are replaced, not reasons that change, and no groups, which are no packages. After
   * libdnf5/transaction/db/sql/create_tables.sql of dnf5, schema versions 1.0 and 1.1.
   */
  private static final String TRANSACTIONS =
      """
      SELECT t.id AS id, t.dt_begin AS dt_begin, t.dt_end AS dt_end, s.name AS state,
             p.packages AS packages, p.done AS done
      FROM trans AS t
      LEFT JOIN trans_state AS s ON s.id = t.state_id
      LEFT JOIN (
        SELECT i.trans_id AS trans_id,
               count(DISTINCT i.item_id) AS packages,
               count(DISTINCT CASE WHEN x.name = 'Ok' THEN i.item_id END) AS done
        FROM trans_item AS i
        JOIN trans_item_action AS a ON a.id = i.action_id
        LEFT JOIN trans_item_state AS x ON x.id = i.state_id
        WHERE a.name IN ('Install', 'Upgrade', 'Downgrade', 'Reinstall')
          AND i.item_id IN (SELECT item_id FROM rpm)
        GROUP BY i.trans_id
      ) AS p ON p.trans_id = t.id
      ORDER BY t.id
      """;

  @Override
  public String id() {
    return "dnf5";
  }

  @Override
  public String description() {
    return "transactions of dnf 5, from " + FILE;
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
          database.require("trans", "id", "dt_begin", "dt_end", "state_id");
          database.require("trans_state", "id", "name");
          database.require("trans_item", "trans_id", "item_id", "action_id", "state_id");
          database.require("trans_item_action", "id", "name");
          database.require("trans_item_state", "id", "name");
          database.require("rpm", "item_id");
          database.each(TRANSACTIONS, row -> transactions.row(row, state(row.text("state"))));
        });
  }

  private static State state(@Nullable String name) {
    if ("Ok".equals(name)) {
      return State.DONE;
    }
    return "Error".equals(name) ? State.FAILED : State.BEGUN;
  }

  private static SqliteSource source(SourceMachine machine) {
    return new SqliteSource(machine, machine.at(FILE));
  }
}
