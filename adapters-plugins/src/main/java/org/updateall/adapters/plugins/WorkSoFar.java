package org.updateall.adapters.plugins;

import org.updateall.domain.updating.AnnouncedWork;

/**
 * What several commands have told together.
 *
 * @param isAsked whether any has answered
 * @param told the answers
 */
record WorkSoFar(boolean isAsked, AnnouncedWork told) {

  static final WorkSoFar UNASKED = new WorkSoFar(false, AnnouncedWork.UNTOLD);

  WorkSoFar and(AnnouncedWork more) {
    return new WorkSoFar(true, told.or(more));
  }

  boolean isNothing() {
    return told.isNothing();
  }
}
