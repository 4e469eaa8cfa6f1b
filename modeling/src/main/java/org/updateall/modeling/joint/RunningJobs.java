package org.updateall.modeling.joint;

/**
 * The jobs that run, the first to end at the top of a heap; of several that end together, the first
 * of the list. A job that begins takes the place of the first one where all workers are busy.
 */
final class RunningJobs {

  private final double[] ends;
  private final int[] heap;

  /** When the jobs of the heap end, each in the place of its job. */
  private final double[] times;

  private int size;
  private int last = ListSchedule.NOBODY;

  /**
   * @param workers how many jobs run at a time
   * @param ends by job, set before the job begins
   */
  RunningJobs(int workers, double[] ends) {
    this.heap = new int[workers];
    this.times = new double[workers];
    this.ends = ends;
  }

  /** The job that ends first. */
  int first() {
    return heap[0];
  }

  /** Of all jobs so far, the one that ends last; of several the last of the list. */
  int last() {
    return last;
  }

  void begin(int job) {
    double end = ends[job];
    if (last < 0 || end > ends[last] || (end == ends[last] && job > last)) {
      last = job;
    }
    if (size < heap.length) {
      rise(job, end, size++);
    } else {
      sink(job, end);
    }
  }

  private boolean isBefore(double end, int job, int place) {
    return end < times[place] || (end == times[place] && job < heap[place]);
  }

  private void rise(int job, double end, int from) {
    int place = from;
    while (place > 0 && isBefore(end, job, (place - 1) / 2)) {
      put(place, heap[(place - 1) / 2], times[(place - 1) / 2]);
      place = (place - 1) / 2;
    }
    put(place, job, end);
  }

  /** Puts the job at the top and lets it sink to where it belongs. */
  private void sink(int job, double end) {
    int place = 0;
    int below = firstBelow(place);
    while (below < size && !isBefore(end, job, below)) {
      put(place, heap[below], times[below]);
      place = below;
      below = firstBelow(place);
    }
    put(place, job, end);
  }

  private void put(int place, int job, double end) {
    heap[place] = job;
    times[place] = end;
  }

  private int firstBelow(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size && isBefore(times[right], heap[right], left) ? right : left;
  }
}
