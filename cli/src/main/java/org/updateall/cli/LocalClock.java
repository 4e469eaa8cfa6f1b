package org.updateall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.Period;
import org.updateall.domain.retrieval.PeriodLength;

/** Times and periods as a person in a zone writes them. */
record LocalClock(ZoneId zone) {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

  /** To the second; a dash for none. */
  String time(@Nullable Instant time) {
    return time == null ? "–" : SECOND.format(time.atZone(zone));
  }

  /**
   * By its begin, as exactly as its length asks for; hours with their offset, for some come twice.
   */
  String period(PeriodLength length, Period period) {
    DateTimeFormatter format =
        switch (length) {
          case HOUR -> HOUR;
          case DAY, WEEK -> DAY;
          case MONTH -> MONTH;
        };
    return format.format(period.start().atZone(zone));
  }
}
