package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.Comparator;

/** Finds the word that somebody may have meant. */
final class Words {

  /** Words that differ by more than this share of their letters are not taken for one another. */
  private static final int SHARE = 2;

  private Words() {}

  /** The known word that is nearest; none if none is near. */
  static Option<String> nearest(String word, Collection<String> known) {
    return Option.ofOptional(
        known.stream()
            .filter(each -> distance(word, each) * SHARE <= Math.max(word.length(), each.length()))
            .min(
                Comparator.comparingInt((String each) -> distance(word, each))
                    .thenComparing(Comparator.naturalOrder())));
  }

  /** How many letters have to be put in, taken out or changed (Levenshtein 1966). */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
