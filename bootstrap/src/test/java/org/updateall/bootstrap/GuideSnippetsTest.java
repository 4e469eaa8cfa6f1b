package org.updateall.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java that the documents show is a part of a test: marked there by {@code // snippet: name}
 * and {@code // end}, and the same but for its indentation.
 */
final class GuideSnippetsTest {

  private static final Path PROJECT = Path.of("..");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
  private static final Pattern PART =
      Pattern.compile("(?ms)^ *// snippet: [a-z-]+\\R(.*?)^ *// end$");

  @Test
  void everyBlockOfTheDocumentsIsAPartOfATest() throws IOException {
    List<String> parts = found(PART, tests());
    List<String> blocks = found(BLOCK, documents());

    assertTrue(blocks.size() >= 10, () -> "too few to be true: " + blocks.size());
    assertEquals(List.of(), missing(blocks, parts));
  }

  @Test
  void everyMarkedPartIsShown() throws IOException {
    assertEquals(List.of(), missing(found(PART, tests()), found(BLOCK, documents())));
  }

  @Test
  void oneWordThatDiffersIsNoticed() {
    String document = "Text.\n```java\ncall(1);\nif (a) {\n  b();\n}\n```\n```sh\nls\n```\n";
    String same =
        "    // snippet: one\n    call(1);\n    if (a) {\n      b();\n    }\n    // end\n";

    List<String> blocks = parts(BLOCK, document).toList();

    assertEquals(1, blocks.size());
    assertEquals(List.of(), missing(blocks, parts(PART, same).toList()));
    assertEquals(blocks, missing(blocks, parts(PART, same.replace("b()", "c()")).toList()));
  }

  private static List<String> missing(List<String> wanted, List<String> there) {
    return wanted.stream().filter(each -> !there.contains(each)).toList();
  }

  private static List<String> found(Pattern pattern, List<Path> files) {
    return files.stream().flatMap(file -> parts(pattern, text(file))).toList();
  }

  private static Stream<String> parts(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1).stripTrailing().stripIndent());
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(filesIn(PROJECT.resolve("docs"), ".md"));
    documents.add(PROJECT.resolve("README.md"));
    return documents;
  }

  /** But for this one, whose marks mark nothing. */
  private static List<Path> tests() throws IOException {
    return filesIn(TESTS, ".java").stream()
        .filter(file -> !file.endsWith("GuideSnippetsTest.java"))
        .toList();
  }

  private static List<Path> filesIn(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
