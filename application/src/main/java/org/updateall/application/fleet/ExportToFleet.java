package org.updateall.application.fleet;

import io.vavr.control.Either;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.Progress;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.Disclosure;
import org.updateall.domain.fleet.FleetExport;
import org.updateall.domain.fleet.FleetPartition;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.PeriodLength;

/**
 * Use case: put the history of one host into the tree of its fleet, month by month. A month of
 * which nothing is stored any more stays in the tree as it is.
 */
public final class ExportToFleet {

  private static final Logger LOG = LoggerFactory.getLogger(ExportToFleet.class);
  private static final int RUNS_AT_ONCE = 500;

  /** Beyond its end there is no time. */
  private static final YearMonth LAST_MONTH = YearMonth.of(9999, 12);

  private final RunHistory history;
  private final HistoryQueries queries;
  private final PredictionLedger ledger;
  private final FleetExport exporter;
  private final ProfileSource profiles;
  private final Clock clock;
  private final String thisHost;

  /**
   * @param profiles tells of this machine; of others nothing is known
   * @param thisHost its name in the history
   */
  public ExportToFleet(
      RunHistory history,
      HistoryQueries queries,
      PredictionLedger ledger,
      FleetExport exporter,
      ProfileSource profiles,
      Clock clock,
      String thisHost) {
    this.history = history;
    this.queries = queries;
    this.ledger = ledger;
    this.exporter = exporter;
    this.profiles = profiles;
    this.clock = clock;
    this.thisHost = thisHost;
  }

  /**
   * @return the refusal, if the tree cannot be taken; nothing is written then
   * @throws HistoryUnavailable if the store cannot be used; what was put into the tree stays
   * @throws UncheckedIOException if the tree cannot be written; what was put into it stays
   */
  public Either<TargetRefused, FleetExportReport> export(
      FleetExportRequest request, Progress progress) {
    String name = request.disclosure().naming().of(request.host());
    HostTraits traits = request.host().equals(thisHost) ? profiles.traits() : HostTraits.UNKNOWN;
    return exporter
        .begin(request.tree(), name, traits)
        .map(
            draft -> {
              try (draft) {
                return exported(request, name, draft, progress);
              }
            })
        .peek(ExportToFleet::log);
  }

  private FleetExportReport exported(
      FleetExportRequest request, String name, FleetExport.Draft draft, Progress progress) {
    HistoryCounts counts = HistoryCounts.NONE;
    long foretold = 0;
    int changed = 0;
    List<YearMonth> months = months(request);
    progress.begin("Exporting months", months.size());
    try {
      for (YearMonth month : months) {
        Month each = new Month(draft, request.disclosure());
        history.visit(filterOf(request, month), each);
        counts = counts.plus(each.counts);
        foretold += addForetold(each.runIds, draft);
        changed += draft.finishMonth(month) > 0 ? 1 : 0;
        progress.advance();
      }
      draft.finish(clock.instant());
    } finally {
      progress.end();
    }
    return new FleetExportReport(request.tree(), name, months.size(), changed, counts, foretold);
  }

  /** In which runs began. */
  private List<YearMonth> months(FleetExportRequest request) {
    return queries
        .activityByPeriod(filter(request, request.since()), PeriodLength.MONTH, ZoneOffset.UTC)
        .stream()
        .filter(each -> each.activity().runs() > 0)
        .map(each -> FleetPartition.monthOf(each.period().start()))
        .toList();
  }

  private long addForetold(List<RunId> runIds, FleetExport.Draft draft) {
    long foretold = 0;
    for (int i = 0; i < runIds.size(); i += RUNS_AT_ONCE) {
      List<ForetoldRun> some =
          ledger.findAll(runIds.subList(i, Math.min(runIds.size(), i + RUNS_AT_ONCE)));
      some.forEach(draft::add);
      foretold += some.size();
    }
    return foretold;
  }

  private static HistoryFilter filter(FleetExportRequest request, @Nullable YearMonth since) {
    return HistoryFilter.everything()
        .on(HostScope.only(request.host()))
        .from(since == null ? null : begin(since));
  }

  private static HistoryFilter filterOf(FleetExportRequest request, YearMonth month) {
    HistoryFilter from = filter(request, month);
    return month.equals(LAST_MONTH) ? from : from.until(begin(month.plusMonths(1)));
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static void log(FleetExportReport report) {
    LOG.atInfo()
        .addKeyValue("tree", report.tree())
        .addKeyValue("months", report.months())
        .addKeyValue("changed", report.changedMonths())
        .addKeyValue("runs", report.counts().runs())
        .log("history exported into a fleet's tree");
  }

  /** The runs of a month, on their way into the tree. */
  private static final class Month implements Consumer<Run> {

    private final FleetExport.Draft draft;
    private final Disclosure disclosure;
    private final List<RunId> runIds = new ArrayList<>();
    private HistoryCounts counts = HistoryCounts.NONE;

    Month(FleetExport.Draft draft, Disclosure disclosure) {
      this.draft = draft;
      this.disclosure = disclosure;
    }

    @Override
    public void accept(Run run) {
      draft.add(disclosure.of(run));
      runIds.add(run.runId());
      counts = counts.plus(HistoryCounts.of(run));
    }
  }
}
