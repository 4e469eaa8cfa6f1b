package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedIdTest {

  /** MD5 of {@code 2:ab1:c} with version and variant set, by Python 3 hashlib and uuid. */
  @Test
  void isTheNameBasedUuidOfThePartsAndTheirLengths() {
    assertEquals(
        UUID.fromString("56881f02-774b-3192-b185-174ec9fa299c"), NameBasedId.of("ab", "c"));
  }

  /** MD5 of {@code 4:путь} in UTF-8, by the same program. */
  @Test
  void readsAnyScriptAsUtf8() {
    assertEquals(UUID.fromString("fe5150de-3469-3771-9868-c92a8ad27be0"), NameBasedId.of("путь"));
  }

  @Test
  void isOfVersionThreeAndVariantTwo() {
    UUID id = NameBasedId.of("apt");

    assertEquals(3, id.version());
    assertEquals(2, id.variant());
  }

  @Test
  void staysTheSameForTheSameParts() {
    assertEquals(NameBasedId.of("run", "7"), NameBasedId.of("run", "7"));
  }

  @Test
  void dependsOnWhereOnePartEndsAndTheNextBegins() {
    assertNotEquals(NameBasedId.of("ab", "c"), NameBasedId.of("a", "bc"));
    assertNotEquals(NameBasedId.of("ab", "c"), NameBasedId.of("abc"));
    assertNotEquals(NameBasedId.of("ab", "c"), NameBasedId.of("ab", "c", ""));
    assertNotEquals(NameBasedId.of("a"), NameBasedId.of("", "a"));
    assertNotEquals(NameBasedId.of(), NameBasedId.of(""));
  }

  @Test
  void isNotMisledByPartsThatLookLikeLengths() {
    assertNotEquals(NameBasedId.of("a", "b"), NameBasedId.of("a1:b"));
    assertNotEquals(NameBasedId.of("1:a", ""), NameBasedId.of("1", ":a"));
  }

  @Test
  void dependsOnTheOrderOfTheParts() {
    assertNotEquals(NameBasedId.of("a", "b"), NameBasedId.of("b", "a"));
  }
}
