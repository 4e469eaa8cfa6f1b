package org.updateall.adapters.report.chart;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the marks of a calendar are: some hours, days, weeks, months or years, counted from
 * where a person would.
 */
record CalendarStep(int amount, ChronoUnit unit) {

  private static final List<CalendarStep> ALL =
      List.of(
          new CalendarStep(1, ChronoUnit.HOURS),
          new CalendarStep(3, ChronoUnit.HOURS),
          new CalendarStep(6, ChronoUnit.HOURS),
          new CalendarStep(12, ChronoUnit.HOURS),
          new CalendarStep(1, ChronoUnit.DAYS),
          new CalendarStep(2, ChronoUnit.DAYS),
          new CalendarStep(1, ChronoUnit.WEEKS),
          new CalendarStep(2, ChronoUnit.WEEKS),
          new CalendarStep(1, ChronoUnit.MONTHS),
          new CalendarStep(2, ChronoUnit.MONTHS),
          new CalendarStep(3, ChronoUnit.MONTHS),
          new CalendarStep(6, ChronoUnit.MONTHS),
          new CalendarStep(1, ChronoUnit.YEARS),
          new CalendarStep(2, ChronoUnit.YEARS),
          new CalendarStep(5, ChronoUnit.YEARS),
          new CalendarStep(10, ChronoUnit.YEARS),
          new CalendarStep(50, ChronoUnit.YEARS));

  private static final DateTimeFormatter HOUR = format("HH:mm");
  private static final DateTimeFormatter DAY_AND_HOUR = format("d MMM HH:mm");
  private static final DateTimeFormatter DAY = format("d MMM");
  private static final DateTimeFormatter DAY_OF_YEAR = format("d MMM uuuu");
  private static final DateTimeFormatter MONTH = format("MMM");
  private static final DateTimeFormatter MONTH_OF_YEAR = format("MMM uuuu");
  private static final DateTimeFormatter YEAR = format("uuuu");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** The least that is not below that; the greatest if all are. */
  static CalendarStep of(Duration least) {
    return ALL.stream()
        .filter(step -> step.length().compareTo(least) >= 0)
        .findFirst()
        .orElse(ALL.get(ALL.size() - 1));
  }

  private Duration length() {
    return unit.getDuration().multipliedBy(amount);
  }

  /** The moments of these steps, both ends included. */
  List<Instant> between(Instant from, Instant to, ZoneId zone) {
    List<Instant> moments = new ArrayList<>();
    LocalDateTime local = first(LocalDateTime.ofInstant(from, zone));
    for (Instant time = at(local, zone); !time.isAfter(to); time = at(local, zone)) {
      if (!time.isBefore(from)) {
        moments.add(time);
      }
      local = local.plus(amount, unit);
    }
    return moments.stream().distinct().toList();
  }

  private static Instant at(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toInstant();
  }

  private LocalDateTime first(LocalDateTime from) {
    LocalDate day = from.toLocalDate();
    return switch (unit) {
      case HOURS -> day.atTime(from.getHour() / amount * amount, 0);
      case DAYS -> day.minusDays(Math.floorMod(day.toEpochDay(), amount)).atStartOfDay();
      case WEEKS -> monday(day).atStartOfDay();
      case MONTHS ->
          day.withDayOfMonth(1)
              .withMonth((day.getMonthValue() - 1) / amount * amount + 1)
              .atStartOfDay();
      default -> day.withDayOfYear(1).withYear(day.getYear() / amount * amount).atStartOfDay();
    };
  }

  /** With several weeks, that of every so many since 1970, so that a mark stays where it was. */
  private LocalDate monday(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long weeks = Math.floorDiv(monday.toEpochDay(), 7);
    return monday.minusWeeks(Math.floorMod(weeks, amount));
  }

  /** What stands at that moment: the year, or the day, only where it is another than before. */
  String label(Instant time, @Nullable Instant before, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    ZonedDateTime last = before == null ? null : before.atZone(zone);
    boolean sameYear = last != null && last.getYear() == local.getYear();
    boolean sameDay = last != null && last.toLocalDate().equals(local.toLocalDate());
    return switch (unit) {
      case HOURS -> (sameDay ? HOUR : local.getHour() == 0 ? DAY : DAY_AND_HOUR).format(local);
      case DAYS, WEEKS -> (sameYear ? DAY : DAY_OF_YEAR).format(local);
      case MONTHS -> (sameYear ? MONTH : MONTH_OF_YEAR).format(local);
      default -> YEAR.format(local);
    };
  }
}
