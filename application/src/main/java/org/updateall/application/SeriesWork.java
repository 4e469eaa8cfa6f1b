package org.updateall.application;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * The same work on each of many series, on a bounded number of threads, which end with it. A series
 * is worked on by one thread alone, so that what comes of it is the same however many there are.
 */
public final class SeriesWork {

  private final int threads;
  private final String name;
  private final Progress progress;

  /**
   * @param threads how many at most
   * @param name what is being done, for a user to read
   * @throws IllegalArgumentException if there is no thread
   */
  public SeriesWork(int threads, String name, Progress progress) {
    requireThreads(threads);
    this.threads = threads;
    this.name = name;
    this.progress = progress;
  }

  /**
   * @throws IllegalArgumentException if there is no thread
   */
  public static void requireThreads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("there is at least 1 thread, not " + threads);
    }
  }

  /**
   * Does the work on each, and tells the progress from the caller's thread. The first failure stops
   * what is left and is thrown as it is.
   *
   * @return what came of it, in the order of the series
   * @throws CancellationException if this thread is interrupted; it stays so
   */
  public <S, R> List<R> on(List<S> series, Function<S, R> work) {
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, Math.min(threads, series.size())));
    progress.begin(name, series.size());
    try {
      List<Future<R>> futures = begun(pool, series, work);
      return results(futures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while working on series");
    } catch (ExecutionException e) {
      throw unchecked(e);
    } finally {
      pool.shutdownNow();
      progress.end();
    }
  }

  /** Begins with all of them, and waits until each is done, in whatever order. */
  private <S, R> List<Future<R>> begun(ExecutorService pool, List<S> series, Function<S, R> work)
      throws InterruptedException, ExecutionException {
    ExecutorCompletionService<R> completion = new ExecutorCompletionService<>(pool);
    List<Future<R>> futures = new ArrayList<>();
    series.forEach(each -> futures.add(completion.submit(() -> work.apply(each))));
    for (int i = 0; i < series.size(); i++) {
      completion.take().get();
      progress.advance();
    }
    return futures;
  }

  private static <R> List<R> results(List<Future<R>> futures)
      throws InterruptedException, ExecutionException {
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  /** Work declares no checked exception, so that there is none. */
  private static RuntimeException unchecked(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return (RuntimeException) requireNonNull(e.getCause());
  }
}
