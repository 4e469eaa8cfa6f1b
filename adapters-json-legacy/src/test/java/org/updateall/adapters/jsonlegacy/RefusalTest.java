package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.FileRefused;

/** Each reason for which a file is refused whole, with the place where it breaks. */
class RefusalTest {

  private static final String RECORD = "{\"start_time\": \"2026-01-03\", \"hostname\": \"żółw\"}";

  private final Path directory;
  private final LegacyFiles files;

  RefusalTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new LegacyFiles(directory);
  }

  @Test
  void aFileThatIsMissing() {
    FileRefused refusal = files.refusal(directory.resolve("nothing.json"));
    assertRefused("", "there is no such file", refusal);
  }

  @Test
  void aDirectory() {
    assertRefused("", "it is a directory", files.refusal(directory));
  }

  @Test
  void aDevice() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    assertRefused("", "it is not a regular file", files.refusal(device));
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path file = files.file("[]");
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w-------"));
    assumeFalse(Files.isReadable(file), "the superuser may read everything");
    assertRefused("", "you are not allowed to read it", files.refusal(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \r\n\t "})
  void anEmptyFile(String content) {
    assertRefused("", "the file is empty", files.refusal(content));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"runs\": []} | an object",
        "\"text\" | the text \"text\"",
        "null | null",
        "42 | the number 42",
        "true | true",
        "NaN | the number NaN"
      })
  void anotherTopLevelThanAList(String content, String found) {
    assertRefused(
        "line 2, column 3 (byte 3)",
        "the file holds %s where a list of runs is expected".formatted(found),
        files.refusal("\n  " + content));
  }

  @Test
  void aFileCutOffAtAnyByte() {
    byte[] whole = "\uFEFF[%s,\r\n%s]".formatted(RECORD, RECORD).getBytes(UTF_8);
    for (int length = 0; length < whole.length; length++) {
      Path file = files.file(Arrays.copyOf(whole, length));
      assertFalse(files.refusal(file).reason().isBlank(), "cut to " + length);
    }
  }

  @Test
  void aFileThatEndsInTheMiddle() {
    assertRefused(
        "line 3, column 1 (byte %d)".formatted(3 + RECORD.getBytes(UTF_8).length),
        "the file ends in the middle, as if it had been cut off",
        files.refusal("[" + RECORD + "\n\n"));
  }

  @Test
  void aFileThatEndsInTheMiddleOfACharacter() {
    assertRefused(
        "line 1, column 3 (byte 2)",
        "the file ends in the middle, as if it had been cut off",
        files.refusal(files.file(new byte[] {'[', '"', (byte) 0xE4, (byte) 0xBA})));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# History\n", "[{]", "[{\"a\" 1}]", "[1,]", "[01]", "['a']", "[+1]", "[tru]", "[\"\\x\"]",
        "[\"a\nb\"]", "[{\"a\": 1,}]", "[.5]", "[// no\n]", "[\u0000]", "]", "[}", "[1 2]", "[nul"
      })
  void textThatIsNotJson(String content) {
    FileRefused refusal = files.refusal(content);
    assertTrue(refusal.place().startsWith("line "), refusal.message());
    assertTrue(refusal.reason().startsWith("not JSON: "), refusal.message());
  }

  @Test
  void textThatIsNotJsonAtItsExactPlace() {
    assertEquals("line 3, column 5 (byte 17)", files.refusal("[1,\r\n\"żó\",\r[1,2?]]").place());
    assertEquals("line 1, column 8 (byte 12)", files.refusal("\uFEFF[\"żó\",1?]").place());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[]", "{}", "]", ",", "\u0000", "1", "\"open"})
  void anythingAfterTheEndOfTheList(String rest) {
    assertRefused(
        "line 2, column 1 (byte 3)",
        "something follows after the end of the list of runs",
        files.refusal("[]\n" + rest));
  }

  @ParameterizedTest
  @CsvSource({
    "FF",
    "C0 AF",
    "C1 81",
    "E0 80 80",
    "ED A0 80",
    "F0 80 80 80",
    "F4 90 80 80",
    "F5 80 80 80",
    "80",
    "C3 28",
    "E2 28 A1",
    "F0 9F 22",
    "E2 82"
  })
  void bytesThatAreNotUtf8AtTheirExactPlace(String hexadecimal) {
    byte[] malformed = HexFormat.ofDelimiter(" ").parseHex(hexadecimal);
    byte[] content = around("[\r\n{\"ż\": \"", malformed, "\"}]");
    assertRefused(
        "line 2, column 8 (byte 11)",
        "these bytes are not UTF-8 text",
        files.refusal(files.file(content)));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536, 200_000})
  void malformedBytesWhereBlocksMeet(int offset) {
    String blanks = " ".repeat(offset - 2);
    byte[] content = around("[" + blanks + "\"", new byte[] {(byte) 0xF0, (byte) 0x9F, 'x'}, "\"]");
    assertEquals(
        "line 1, column %d (byte %d)".formatted(offset + 1, offset),
        files.refusal(files.file(content)).place());
  }

  @ParameterizedTest
  @ValueSource(ints = {65_530, 65_531, 65_532, 65_533, 65_534, 65_535, 65_536})
  void butNotACharacterThatStraddlesTwoBlocks(int offset) {
    String record = "{\"start_time\": \"2026-01-03\", \"hostname\": \"\uD83D\uDE00\"}";
    String blanks = " ".repeat(offset - 1 - record.indexOf('\uD83D'));
    Path file = files.file("[" + blanks + record + "]");
    assertEquals("\uD83D\uDE00", files.runs(file, LegacyFiles.READING).get(0).hostname());
  }

  @Test
  void theFirstOfTwoFaults() {
    byte[] content = around("[1, ?, \"", new byte[] {(byte) 0xFF}, "\"]");
    assertEquals("line 1, column 5 (byte 4)", files.refusal(files.file(content)).place());
  }

  @Test
  void otherEncodings() {
    assertEncoding("UTF-16", UTF_16, "[]");
    assertEncoding("UTF-16", UTF_16LE, "\uFEFF[]");
    assertEncoding("UTF-16LE", UTF_16LE, "[]");
    assertEncoding("UTF-16BE", UTF_16BE, "[]");
    assertEncoding("UTF-32", Charset.forName("UTF-32LE"), "\uFEFF[]");
    assertEncoding("UTF-32", Charset.forName("UTF-32BE"), "\uFEFF[]");
    assertEncoding("UTF-32LE", Charset.forName("UTF-32LE"), "[]");
    assertEncoding("UTF-32", Charset.forName("UTF-32BE"), "[]");
  }

  @Test
  void nestingWithoutEnd() {
    FileRefused refusal = files.refusal("[".repeat(100_000));
    assertTrue(refusal.reason().startsWith("no history goes as far as this"), refusal.message());
  }

  @Test
  void aTextWithoutEnd() {
    String text = "x".repeat(16_100_000);
    FileRefused refusal = files.refusal("[{\"hostname\": \"%s\"}]".formatted(text));
    assertTrue(refusal.reason().startsWith("no history goes as far as this"), refusal.message());
  }

  private void assertEncoding(String expected, Charset charset, String content) {
    FileRefused refusal = files.refusal(files.file(content.getBytes(charset)));
    assertRefused(
        "line 1, column 1 (byte 0)",
        "the file is written in %s, not in UTF-8".formatted(expected),
        refusal);
    assertEquals(
        "Convert it, such as with: iconv -f %s -t UTF-8".formatted(expected), refusal.remedy());
  }

  private static void assertRefused(String place, String reason, FileRefused refusal) {
    assertEquals(place, refusal.place());
    assertEquals(reason, refusal.reason());
    assertFalse(refusal.remedy().isBlank());
  }

  private static byte[] around(String before, byte[] middle, String after) {
    byte[] start = before.getBytes(UTF_8);
    byte[] end = after.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(start, start.length + middle.length + end.length);
    System.arraycopy(middle, 0, all, start.length, middle.length);
    System.arraycopy(end, 0, all, start.length + middle.length, end.length);
    return all;
  }
}
