package org.updateall.application.fleet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.updateall.domain.forecast.SeriesEvidence;

/**
 * Evidence of one kind of series, of which no more is kept than a prior can use: the pieces that
 * have the least digests, which is a random choice among all of them that comes out the same in
 * whatever order they are added, and does not favour hosts with many series (bottom-k sampling;
 * Cohen and Kaplan, "Summarizing data using bottom-k sketches", 2007).
 */
public final class EvidenceSample {

  /** The outermost quantiles that are used lie beyond one of 200. */
  private static final int MOST = 256;

  private final TreeMap<Place, SeriesEvidence> kept = new TreeMap<>(Place.ORDER);

  /** Where a piece of evidence stands among all. */
  private record Place(String digest, String evidence) {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::digest).thenComparing(Place::evidence);
  }

  public void add(SeriesEvidence evidence) {
    String whole = evidence.source() + "\n" + evidence.document();
    kept.put(new Place(digest(whole), whole), evidence);
    if (kept.size() > MOST) {
      kept.pollLastEntry();
    }
  }

  /** What was kept, in an order that does not depend on that of adding. */
  public List<SeriesEvidence> evidence() {
    return List.copyOf(kept.values());
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
