package org.updateall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents of the project: README, changelog and those of docs. */
final class Documents {

  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private Documents() {}

  static SortedMap<Path, MarkdownText> all() throws IOException {
    SortedMap<Path, MarkdownText> documents = new TreeMap<>();
    for (String name : new String[] {"README.md", "CHANGELOG.md"}) {
      read(PROJECT.resolve(name), documents);
    }
    try (Stream<Path> files = Files.list(PROJECT.resolve("docs"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
        read(file, documents);
      }
    }
    return documents;
  }

  private static void read(Path file, SortedMap<Path, MarkdownText> documents) throws IOException {
    documents.put(file, new MarkdownText(Files.readString(file)));
  }
}
