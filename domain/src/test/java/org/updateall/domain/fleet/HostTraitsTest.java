package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HostTraitsTest {

  @Test
  void areCoarseInAProfile() {
    HostTraits traits = new HostTraits("debian-12", 4, 8L << 30);
    ProfileSource source = () -> traits;

    assertEquals(new HostProfile("debian-12", SizeClass.MEDIUM), source.profile());
    assertEquals(HostProfile.UNKNOWN, HostTraits.UNKNOWN.profile());
  }

  @Test
  void areThoseOfAMachine() {
    assertThrows(IllegalArgumentException.class, () -> new HostTraits(" ", 1, 1L));
    assertThrows(IllegalArgumentException.class, () -> new HostTraits("a", 0, 1L));
    assertThrows(IllegalArgumentException.class, () -> new HostTraits("a", 1, 0L));
  }
}
