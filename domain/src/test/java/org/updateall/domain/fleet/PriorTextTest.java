package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

final class PriorTextTest {

  private static final Instant AS_OF = Instant.parse("2026-11-01T02:03:04.000005Z");
  private static final PriorClass APT =
      new PriorClass(Target.WALL_CLOCK, new PluginName("apt"), "debian-12", SizeClass.SMALL);
  private static final PriorClass ANY = new PriorClass(Target.WALL_CLOCK, null, null, null);

  @Test
  void saysWhatIsKnownOfEachKindInTheirOrder() {
    Map<PriorClass, PooledPrior> priors = new LinkedHashMap<>();
    priors.put(APT, new PooledPrior(7, "a \"b\" \\ \n\u0001ż"));
    priors.put(ANY, new PooledPrior(9, "c"));
    PriorText text = new PriorText(new PriorTable(AS_OF, priors));

    assertEquals(
        """
        {"kind":"update-all fleet priors","version":1,"as_of":"2026-11-01T02:03:04.000005Z","priors":[
        {"target":"wall_clock_seconds","sources":9,"document":"c"},
        {"target":"wall_clock_seconds","plugin":"apt","operating_system":"debian-12","size":"small",\
        "sources":7,"document":"a \\"b\\" \\\\ \\n\\u0001ż"}
        ],"sha256":"%s"}
        """
            .formatted(text.checksum()),
        written(text));
  }

  @Test
  void aTableOfNothingIsATextToo() {
    PriorText text = new PriorText(PriorTable.none());

    assertEquals(
        "{\"kind\":\"update-all fleet priors\",\"version\":1,\"as_of\":\"1970-01-01T00:00:00Z\","
            + "\"priors\":[\n],\"sha256\":\"%s\"}\n".formatted(text.checksum()),
        written(text));
  }

  @Test
  void theChecksumChangesWithWhateverIsSaid() {
    String checksum = checksum(AS_OF, APT, new PooledPrior(7, "d"));

    assertEquals(checksum, checksum(AS_OF, APT, new PooledPrior(7, "d")));
    assertNotEquals(checksum, checksum(AS_OF.plusNanos(1000), APT, new PooledPrior(7, "d")));
    assertNotEquals(checksum, checksum(AS_OF, ANY, new PooledPrior(7, "d")));
    assertNotEquals(checksum, checksum(AS_OF, APT, new PooledPrior(8, "d")));
    assertNotEquals(checksum, checksum(AS_OF, APT, new PooledPrior(7, "e")));
  }

  @Test
  void aTargetThatCannotBeWrittenIsTold() {
    Writer full = Writer.nullWriter();
    assertThrows(
        UncheckedIOException.class,
        () -> {
          full.close();
          new PriorText(PriorTable.none()).writeTo(full);
        });
  }

  private static String checksum(Instant asOf, PriorClass kind, PooledPrior prior) {
    return new PriorText(new PriorTable(asOf, Map.of(kind, prior))).checksum();
  }

  private static String written(PriorText text) {
    StringBuilder written = new StringBuilder();
    text.writeTo(written);
    return written.toString();
  }
}
