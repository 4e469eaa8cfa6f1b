package org.updateall.adapters.jsonlegacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects why a record cannot be read; beyond a sane number the rest is counted only. */
final class Reasons {

  static final int MAX_LISTED = 50;

  private final List<String> listed = new ArrayList<>();
  private int unlisted;

  void add(String reason) {
    if (listed.size() < MAX_LISTED) {
      listed.add(reason);
    } else {
      unlisted++;
    }
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  List<String> all() {
    List<String> all = new ArrayList<>(listed);
    if (unlisted > 0) {
      all.add(String.format(Locale.ROOT, "and %d more reasons", unlisted));
    }
    return all;
  }
}
