package org.updateall.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells Prometheus how updating stands. */
@Command(
    name = "metrics",
    description = {
      "Say how updating stands, in the text format of Prometheus.",
      "",
      "Told are the last run, what each plugin took last, what the next run is expected to take, how "
          + "often such expectations held, and what waits. What is not known is left out, and never 0.",
      "",
      "With --output it is a file for the textfile collector of node_exporter: replaced as a whole, "
          + "and readable for every user. Let its name end in .prom, and write it after each run."
    },
    footer = {
      "",
      "Examples:",
      "  update-all metrics",
      "  update-all metrics --output /var/lib/prometheus/node-exporter/update-all.prom",
      "  update-all metrics --host atlas"
    })
final class MetricsCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it (default: to standard output).")
  private @Nullable Path output;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Which machine to tell of (default: this one).")
  private @Nullable String host;

  @Override
  public Integer call() {
    Session session = root.session();
    if (session.json()) {
      throw new UsageException("--json: Prometheus reads its own format; leave --json out");
    }
    MetricsFile file = output == null ? null : new MetricsFile(output);
    int code = file == null ? ExitCode.DONE : file.check(session);
    if (code != ExitCode.DONE) {
      return code;
    }
    try (UpdateAll updateAll = session.open()) {
      return MetricsReport.machine(session, updateAll, host)
          .fold(
              unknown -> complain(session, unknown),
              machine -> tell(session, new MetricsReport(updateAll, machine), file));
    }
  }

  private static int complain(Session session, String unknown) {
    session.complain("no run of the host " + unknown + " is known");
    return ExitCode.NOT_AS_HOPED;
  }

  private static int tell(Session session, MetricsReport report, @Nullable MetricsFile file) {
    String text = report.text(session, session.progress());
    if (file == null) {
      session.printText(text);
      return ExitCode.DONE;
    }
    int code = file.write(session, text);
    if (code == ExitCode.DONE && !file.isCollected()) {
      session.remark("Note: node_exporter reads only files whose names end in .prom");
    }
    return code;
  }
}
