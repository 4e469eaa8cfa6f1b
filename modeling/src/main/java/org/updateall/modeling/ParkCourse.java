package org.updateall.modeling;

import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.fleet.HostStanding;
import org.updateall.domain.fleet.ParkHost;
import org.updateall.domain.fleet.ParkWave;
import org.updateall.domain.forecast.Target;
import org.updateall.modeling.joint.ListSchedule;
import org.updateall.modeling.joint.ListSchedule.Course;

/** What becomes of hosts that are updated so many at a time, counted over joint draws. */
final class ParkCourse {

  private final int atATime;
  private final double[] makespans;
  private final int[] last;
  private final int[] critical;
  private final double[] waveEnds;

  private ParkCourse(int atATime, int hosts, int draws) {
    this.atATime = atATime;
    this.makespans = new double[draws];
    this.last = new int[hosts];
    this.critical = new int[hosts];
    this.waveEnds = new double[(hosts + atATime - 1) / atATime];
  }

  static ParkCourse of(int atATime, int hosts, ParkDraws times) {
    ParkCourse all = new ParkCourse(atATime, hosts, times.draws());
    if (hosts == 0) {
      return all;
    }
    ListSchedule rule = rule(atATime, hosts);
    for (int draw = 0; draw < times.draws(); draw++) {
      all.add(draw, rule.course(times.draw(draw)));
    }
    return all;
  }

  static ListSchedule rule(int atATime, int hosts) {
    return new ListSchedule(Math.min(atATime, hosts), new int[hosts][0]);
  }

  private void add(int draw, Course course) {
    makespans[draw] = course.makespan();
    last[course.last()]++;
    course.countCritical(critical);
    double latest = 0;
    for (int host = 0; host < last.length; host++) {
      latest = Math.max(latest, course.end(host));
      if (host % atATime == atATime - 1 || host == last.length - 1) {
        waveEnds[host / atATime] += latest;
      }
    }
  }

  /** When the last host is done, in each draw. */
  double[] makespans() {
    return makespans;
  }

  List<ParkWave> waves() {
    List<ParkWave> waves = new ArrayList<>();
    for (int wave = 0; wave < waveEnds.length; wave++) {
      waves.add(
          new ParkWave(
              wave * atATime + 1,
              Math.min(last.length, (wave + 1) * atATime),
              waveEnds[wave] / makespans.length));
    }
    return waves;
  }

  List<HostStanding> standings(List<ParkHost> hosts) {
    List<HostStanding> standings = new ArrayList<>();
    for (int place = 0; place < last.length; place++) {
      standings.add(
          new HostStanding(
              hosts.get(place).name(),
              hosts.get(place).total(Target.WALL_CLOCK).get(),
              (double) last[place] / makespans.length,
              (double) critical[place] / makespans.length));
    }
    return standings;
  }
}
