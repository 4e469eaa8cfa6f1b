package org.updateall.modeling.joint;

import java.util.Arrays;

/**
 * Jobs on workers by the rule of a list schedule: whenever a worker is free, the first waiting job
 * of the list begins whose mutexes are free. Such a course may last longer although every job is
 * shorter (Graham's anomaly). Immutable.
 */
public final class ListSchedule {

  /** Of a job that began at once: it waited for none. */
  static final int NOBODY = -1;

  private final int workers;
  private final int[][] mutexes;
  private final int mutexCount;

  /**
   * @param workers how many jobs run at a time, at the most
   * @param mutexes for each job, in the order of the list, the numbers from 0 of those that it
   *     needs
   * @throws IllegalArgumentException if there is no worker
   */
  public ListSchedule(int workers, int[][] mutexes) {
    if (workers < 1) {
      throw new IllegalArgumentException("there is at least 1 worker, not " + workers);
    }
    this.workers = workers;
    this.mutexes = Arrays.stream(mutexes).map(int[]::clone).toArray(int[][]::new);
    this.mutexCount = Arrays.stream(mutexes).flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
  }

  /**
   * What becomes of the jobs.
   *
   * @param durations one for each job, not negative
   */
  public Course course(double[] durations) {
    if (mutexCount > 0) {
      return new Simulation(durations).course();
    }
    return durations.length <= workers
        ? Course.allAtOnce(durations)
        : Course.oneByOne(workers, durations);
  }

  /** One course of the jobs while it goes on. */
  private final class Simulation {

    private final double[] durations;
    private final double[] begins;
    private final double[] ends;
    private final int[] predecessors;
    private final int[] turns;
    private final int[] waiting;
    private final int[] running;
    private final boolean[] held = new boolean[mutexCount];
    private int begun;
    private int waitingCount;
    private int runningCount;

    Simulation(double[] durations) {
      this.durations = durations;
      int jobs = durations.length;
      begins = new double[jobs];
      ends = new double[jobs];
      predecessors = new int[jobs];
      turns = new int[jobs];
      waiting = new int[jobs];
      running = new int[jobs];
      Arrays.setAll(waiting, job -> job);
      waitingCount = jobs;
    }

    Course course() {
      beginAll(0, NOBODY);
      int last = NOBODY;
      while (runningCount > 0) {
        last = endNext();
        beginAll(ends[last], last);
      }
      return new Course(begins, ends, predecessors, turns, last);
    }

    /** Begins every job that now can, in the order of the list. */
    private void beginAll(double time, int predecessor) {
      int left = 0;
      for (int place = 0; place < waitingCount; place++) {
        int job = waiting[place];
        if (runningCount < workers && isFree(job)) {
          begin(job, time, predecessor);
        } else {
          waiting[left++] = job;
        }
      }
      waitingCount = left;
    }

    private boolean isFree(int job) {
      for (int mutex : mutexes[job]) {
        if (held[mutex]) {
          return false;
        }
      }
      return true;
    }

    private void begin(int job, double time, int predecessor) {
      hold(job, true);
      begins[job] = time;
      ends[job] = time + durations[job];
      predecessors[job] = predecessor;
      turns[job] = begun++;
      running[runningCount++] = job;
    }

    /** Ends the job that ends next; of several the first of the list. */
    private int endNext() {
      int next = 0;
      for (int place = 1; place < runningCount; place++) {
        double earlier = ends[running[next]] - ends[running[place]];
        if (earlier > 0 || (earlier == 0 && running[place] < running[next])) {
          next = place;
        }
      }
      int job = running[next];
      running[next] = running[--runningCount];
      hold(job, false);
      return job;
    }

    private void hold(int job, boolean holds) {
      for (int mutex : mutexes[job]) {
        held[mutex] = holds;
      }
    }
  }

  /** What became of the jobs. */
  public static final class Course {

    private final double[] begins;
    private final double[] ends;
    private final int[] predecessors;
    private final int[] turns;
    private final int last;

    private Course(double[] begins, double[] ends, int[] predecessors, int[] turns, int last) {
      this.begins = begins;
      this.ends = ends;
      this.predecessors = predecessors;
      this.turns = turns;
      this.last = last;
    }

    /** All begin at 0. */
    private static Course allAtOnce(double[] durations) {
      int[] nobody = new int[durations.length];
      Arrays.fill(nobody, NOBODY);
      int[] turns = new int[durations.length];
      int last = NOBODY;
      for (int job = 0; job < durations.length; job++) {
        turns[job] = job;
        last = last == NOBODY || durations[job] >= durations[last] ? job : last;
      }
      return new Course(new double[durations.length], durations.clone(), nobody, turns, last);
    }

    /** Each begins when the first of those that run has ended: none can overtake another. */
    private static Course oneByOne(int workers, double[] durations) {
      int jobs = durations.length;
      double[] begins = new double[jobs];
      double[] ends = new double[jobs];
      int[] predecessors = new int[jobs];
      int[] turns = new int[jobs];
      RunningJobs running = new RunningJobs(workers, ends);
      for (int job = 0; job < jobs; job++) {
        predecessors[job] = job < workers ? NOBODY : running.first();
        begins[job] = job < workers ? 0 : ends[predecessors[job]];
        ends[job] = begins[job] + durations[job];
        turns[job] = job;
        running.begin(job);
      }
      return new Course(begins, ends, predecessors, turns, running.last());
    }

    public double begin(int job) {
      return begins[job];
    }

    public double end(int job) {
      return ends[job];
    }

    /** The job that ends last; of several the last of the list. There is at least one. */
    public int last() {
      return last;
    }

    /** When the last job ended; 0 without jobs. */
    public double makespan() {
      return last == NOBODY ? 0 : ends[last];
    }

    /**
     * Counts the jobs of the chain that the end waited for, from the last one back to the begin.
     */
    public void countCritical(int[] counts) {
      for (int job = last; job != NOBODY; job = predecessors[job]) {
        counts[job]++;
      }
    }

    /**
     * The largest sum of loads of jobs that ran at the same time. One that ends when another begins
     * does not run at the same time.
     *
     * @param loads one for each job, not negative
     */
    public double greatestLoad(double[] loads) {
      double greatest = 0;
      for (int moment = 0; moment < begins.length; moment++) {
        greatest = Math.max(greatest, load(moment, loads));
      }
      return greatest;
    }

    /** That of this job and all that began before it and still ran. */
    private double load(int moment, double[] loads) {
      double load = 0;
      for (int job = 0; job < begins.length; job++) {
        boolean runs = turns[job] < turns[moment] && ends[job] > begins[moment];
        load += runs || job == moment ? loads[job] : 0;
      }
      return load;
    }
  }
}
