package org.updateall.domain.retrieval;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * How time is divided into periods, by the clock and the calendar of a zone.
 *
 * <p>Days, weeks (from Monday) and months begin when the local clock first shows their first day,
 * so that the day of a clock change has 23 or 25 hours. Hours begin when the local clock comes to
 * another hour than before, be it forward or back, and when it shows a full hour again; so the day
 * of a clock change has 23 or 25 of them.
 */
public enum PeriodLength {
  HOUR,
  DAY,
  WEEK,
  MONTH;

  /** The period of this length, in that zone, in which that instant lies. */
  public Period periodOf(Instant time, ZoneId zone) {
    if (this == HOUR) {
      ZoneRules rules = zone.getRules();
      return new Period(hourStart(time, rules), hourEnd(time, rules));
    }
    LocalDate first = firstDay(time.atZone(zone).toLocalDate());
    while (!time.isBefore(begin(next(first), zone))) {
      first = next(first); // the clock was put back over its begin
    }
    return new Period(begin(first, zone), begin(next(first), zone));
  }

  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case HOUR, DAY -> day;
    };
  }

  private LocalDate next(LocalDate first) {
    return switch (this) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case HOUR, DAY -> first.plusDays(1);
    };
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant hourStart(Instant time, ZoneRules rules) {
    Instant fullHour = fullHourBefore(time, rules.getOffset(time));
    ZoneOffsetTransition change = rules.previousTransition(time.plusNanos(1));
    if (change == null || !fullHour.isBefore(change.getInstant())) {
      return fullHour;
    }
    return beginsAnHour(change)
        ? change.getInstant()
        : hourStart(change.getInstant().minusNanos(1), rules);
  }

  private static Instant hourEnd(Instant time, ZoneRules rules) {
    Instant fullHour = fullHourBefore(time, rules.getOffset(time)).plus(1, ChronoUnit.HOURS);
    ZoneOffsetTransition change = rules.nextTransition(time);
    if (change == null || fullHour.isBefore(change.getInstant())) {
      return fullHour;
    }
    return beginsAnHour(change) ? change.getInstant() : hourEnd(change.getInstant(), rules);
  }

  private static Instant fullHourBefore(Instant time, ZoneOffset offset) {
    return hourOf(LocalDateTime.ofInstant(time, offset)).toInstant(offset);
  }

  private static boolean beginsAnHour(ZoneOffsetTransition change) {
    LocalDateTime hourBefore = hourOf(change.getDateTimeBefore().minusNanos(1));
    LocalDateTime after = change.getDateTimeAfter();
    return !hourOf(after).equals(hourBefore) || hourOf(after).equals(after);
  }

  private static LocalDateTime hourOf(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }
}
