package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.SeriesEvidence;

class EvidenceSampleTest {

  private static List<SeriesEvidence> evidence(int hosts, int ofEach) {
    return IntStream.range(0, hosts * ofEach)
        .mapToObj(i -> new SeriesEvidence("host-" + i / ofEach, "document " + i % ofEach))
        .toList();
  }

  private static List<SeriesEvidence> sampled(List<SeriesEvidence> evidence) {
    EvidenceSample sample = new EvidenceSample();
    evidence.forEach(sample::add);
    return sample.evidence();
  }

  @Test
  void keepsEverythingWhileThatIsLittle() {
    List<SeriesEvidence> all = evidence(64, 4);

    assertEquals(Set.copyOf(all), Set.copyOf(sampled(all)));
    assertEquals(256, sampled(all).size());
    assertEquals(List.of(), sampled(List.of()));
  }

  @Test
  void keepsNoMoreThanAPriorCanUse() {
    assertEquals(256, sampled(evidence(2000, 1)).size());
    assertTrue(evidence(2000, 1).containsAll(sampled(evidence(2000, 1))));
  }

  @Test
  void givesTheSameInWhateverOrderItIsAdded() {
    List<SeriesEvidence> all = new ArrayList<>(evidence(500, 2));
    List<SeriesEvidence> expected = sampled(all);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertEquals(expected, sampled(all));
    }
  }

  @Test
  void givesTheSameWhetherTheRestIsSampledBefore() {
    List<SeriesEvidence> all = evidence(500, 2);
    List<SeriesEvidence> inTwo = new ArrayList<>(sampled(all.subList(0, 700)));
    inTwo.addAll(sampled(all.subList(700, 1000)));

    assertEquals(sampled(all), sampled(inTwo));
  }

  @Test
  void keepsEvidenceOfManyHostsThoughEachHasManySeries() {
    Set<String> hosts =
        sampled(evidence(300, 80)).stream().map(SeriesEvidence::source).collect(Collectors.toSet());

    assertTrue(hosts.size() > 150, () -> hosts.size() + " hosts");
  }

  @Test
  void choosesWithoutRegardToWhatIsSaid() {
    List<SeriesEvidence> kept = sampled(evidence(1000, 2));
    long ofTheFirst = kept.stream().filter(each -> each.document().equals("document 0")).count();

    assertTrue(90 < ofTheFirst && ofTheFirst < 166, () -> ofTheFirst + " of 256");
  }
}
