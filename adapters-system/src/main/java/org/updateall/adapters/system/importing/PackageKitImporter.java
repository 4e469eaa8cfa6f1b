package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/** Reads what desktops update by PackageKit from its database. */
public final class PackageKitImporter implements HistoryImporter {

  private static final String FILE = "/var/lib/PackageKit/transactions.db";

  @Override
  public String id() {
    return "packagekit";
  }

  @Override
  public String description() {
    return "updates by desktop programs, from " + FILE;
  }

  @Override
  public Detection detect(SourceMachine machine) {
    Detection detection = source(machine).detect();
    return detection.state() == Detection.State.FOUND && Distribution.plugin(machine).isEmpty()
        ? detection.remarking("which package manager it uses is not known")
        : detection;
  }

  @Override
  public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
    SqliteSource source = source(machine);
    if (source.detect().state() == Detection.State.ABSENT) {
      return;
    }
    Option<PluginName> plugin = Distribution.plugin(machine);
    if (plugin.isEmpty()) {
      sink.skip(
          new SkippedRecord(
              source.place(), null, "which package manager it tells of is not known"));
      return;
    }
    PackageKitTransactions transactions =
        new PackageKitTransactions(id(), source.place(), plugin.get(), machine.now(), since, sink);
    source.read(
        sink,
        database -> {
          database.require(
              "transactions",
              "transaction_id",
              "timespec",
              "duration",
              "succeeded",
              "role",
              "data");
          String program = database.has("transactions", "cmdline") ? "cmdline" : "NULL";
          database.each(
              "SELECT transaction_id, timespec, duration, succeeded, role, data, "
                  + program
                  + " AS cmdline FROM transactions ORDER BY timespec, transaction_id",
              transactions::row);
        });
  }

  private static SqliteSource source(SourceMachine machine) {
    return new SqliteSource(machine, machine.at(FILE));
  }
}
