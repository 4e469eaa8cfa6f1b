package org.updateall.application.updating;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.updateall.application.Progress;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PreflightCache;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.UpdatePlugin;

/**
 * Asks plugins what they would do, several at a time, since most wait for a network; what they say
 * is kept.
 */
public final class AskPlugins {

  private static final int MOST_AT_A_TIME = 8;

  private final PreflightCache cache;
  private final Clock clock;

  /**
   * @param cache keeps what plugins say
   */
  public AskPlugins(PreflightCache cache, Clock clock) {
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * What each says, by name.
   *
   * @throws InterruptedException if this thread is interrupted; nobody is asked any more then
   */
  List<PreflightReport> ask(List<UpdatePlugin> plugins, Duration limit, Progress progress)
      throws InterruptedException {
    Instant asked = clock.instant();
    List<PreflightReport> reports = answers(plugins, limit, progress);
    cache.keep(reports, asked);
    return reports;
  }

  private static List<PreflightReport> answers(
      List<UpdatePlugin> plugins, Duration limit, Progress progress) throws InterruptedException {
    if (plugins.isEmpty()) {
      return List.of();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(plugins.size(), MOST_AT_A_TIME), AskPlugins::daemon);
    progress.begin("Asking plugins", plugins.size());
    try {
      CompletionService<PreflightReport> answers = new ExecutorCompletionService<>(threads);
      plugins.forEach(plugin -> answers.submit(() -> plugin.preflight(limit)));
      List<PreflightReport> reports = new ArrayList<>();
      while (reports.size() < plugins.size()) {
        reports.add(answers.take().get());
        progress.advance();
      }
      reports.sort(Comparator.comparing(PreflightReport::plugin));
      return reports;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a plugin could not be asked", e.getCause());
    } finally {
      threads.shutdownNow();
      progress.end();
    }
  }

  /** What is known of a run beforehand, by what these say. */
  static Map<PluginName, Covariates> known(List<PreflightReport> reports) {
    Map<PluginName, Covariates> known = new HashMap<>();
    for (PreflightReport report : reports) {
      Covariates covariates = report.work().covariates();
      if (!covariates.values().isEmpty()) {
        known.put(report.plugin(), covariates);
      }
    }
    return known;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "update-all-preflight");
    thread.setDaemon(true);
    return thread;
  }
}
