package org.updateall.modeling.joint;

/**
 * The jobs that run, the first to end at the top of a heap; of several that end together, the first
 * of the list. A job that begins takes the place of the first one where all workers are busy.
 */
final class RunningJobs {

  private final double[] ends;
  private final int[] heap;
  private int size;
  private int last = ListSchedule.NOBODY;

  /**
   * @param workers how many jobs run at a time
   * @param ends by job, set before the job begins
   */
  RunningJobs(int workers, double[] ends) {
    this.heap = new int[workers];
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
    if (last < 0 || isBefore(last, job)) {
      last = job;
    }
    if (size < heap.length) {
      rise(job, size++);
    } else {
      sink(job);
    }
  }

  private boolean isBefore(int one, int other) {
    return ends[one] < ends[other] || (ends[one] == ends[other] && one < other);
  }

  private void rise(int job, int from) {
    int place = from;
    while (place > 0 && isBefore(job, heap[(place - 1) / 2])) {
      heap[place] = heap[(place - 1) / 2];
      place = (place - 1) / 2;
    }
    heap[place] = job;
  }

  /** Puts the job at the top and lets it sink to where it belongs. */
  private void sink(int job) {
    int place = 0;
    int below = firstBelow(place);
    while (below < size && isBefore(heap[below], job)) {
      heap[place] = heap[below];
      place = below;
      below = firstBelow(place);
    }
    heap[place] = job;
  }

  private int firstBelow(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size && isBefore(heap[right], heap[left]) ? right : left;
  }
}
