package org.updateall.adapters.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ByteSizeTest {

  @Test
  void readsWhatPackageManagersPrint() {
    Map.of(
            "168 MB", 168_000_000L,
            "1562 kB", 1_562_000L,
            "1,264 kB", 1_264_000L,
            "0 B", 0L,
            "128.00 MiB", 128L << 20,
            "19 M", 19L << 20,
            "818 k", 818L << 10,
            "312.3\u00a0MB", 312_300_000L,
            "255MB", 255_000_000L,
            "512 bytes", 512L)
        .forEach((text, bytes) -> assertEquals(Option.some(bytes), ByteSize.parse(text), text));
    assertEquals(Option.some(1_500_000_000L), ByteSize.parse("1.5 GB"));
    assertEquals(Option.some(17L), ByteSize.parse("17"));
  }

  @Test
  void otherTextsAreNoSizes() {
    for (String text :
        new String[] {"", "?", "-3 MB", "MB", "1.2.3 MB", "1,5 MB", "12 parsecs", "9999999 EB"}) {
      assertEquals(Option.none(), ByteSize.parse(text), text);
    }
  }
}
