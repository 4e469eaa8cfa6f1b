package org.updateall.domain.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The digests are those of OpenSSL 3: {@code printf zeus | openssl dgst -sha256 [-hmac KEY]}. */
final class HostNamingTest {

  @Test
  void leavesNamesAsTheyAre() {
    assertEquals("zeus", HostNaming.plain().of("zeus"));
  }

  @Test
  void hashesNames() {
    assertEquals(
        "5667ef73dac709effcfdc518a98ea9238365ec62b0eb5f478392e28818a2efd5",
        HostNaming.hashed().of("zeus"));
    assertEquals(
        "7c07f01163b42f622c422bfd404392223ddf493c88632497befc81a6b24ad7e7",
        HostNaming.hashed().of("höst"));
  }

  @Test
  void hashesNamesWithAKey() {
    assertEquals(
        "1ecd2318e1a091e2969fa4cd75678123b0cbc5be027fe5ceb44d1909cf4779ba",
        HostNaming.hashed("a key that nobody knows".getBytes(UTF_8)).of("zeus"));
    assertThrows(IllegalArgumentException.class, () -> HostNaming.hashed(new byte[0]));
  }
}
