package org.updateall.cli;

import org.updateall.application.updating.PlannedRun;
import org.updateall.application.updating.RunListener;
import org.updateall.application.updating.UpdatesUnderWay;

/** Shows a run while it is under way. */
interface RunDisplay extends RunListener {

  /** One that goes with whoever looks: drawn anew at a terminal, lines elsewhere, or nothing. */
  static RunDisplay of(Session session, PlannedRun plan) {
    return session.isWatched() && !session.verbose()
        ? new LiveRunDisplay(session, plan)
        : new PlainRunDisplay(session, plan);
  }

  /** The run has begun. */
  void open(UpdatesUnderWay underWay);

  /** Some time has passed. */
  void refresh();

  /** The run has ended; further calls change nothing. */
  void close();
}
