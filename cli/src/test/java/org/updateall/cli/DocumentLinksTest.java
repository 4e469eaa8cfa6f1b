package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every link of the documents that stays within the project leads somewhere. */
final class DocumentLinksTest {

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Map<Path, MarkdownText> documents = Documents.all();
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Map.Entry<Path, MarkdownText> document : documents.entrySet()) {
      for (String link : document.getValue().links()) {
        followed++;
        if (!leadsSomewhere(document.getKey(), link, documents)) {
          broken.add(Documents.PROJECT.relativize(document.getKey()) + " -> " + link);
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(followed > 50, "too few to be true: " + followed);
  }

  @Test
  void whatLeadsNowhereIsNoticed() throws IOException {
    Map<Path, MarkdownText> documents = Documents.all();
    Path readme = Documents.PROJECT.resolve("README.md");

    assertTrue(leadsSomewhere(readme, "docs/building.md#benchmarks", documents));
    assertTrue(leadsSomewhere(readme, "https://example.org/nowhere", documents));
    assertEquals(false, leadsSomewhere(readme, "docs/nothing.md", documents));
    assertEquals(false, leadsSomewhere(readme, "docs/building.md#nothing", documents));
    assertEquals(false, leadsSomewhere(readme, "#nothing", documents));
  }

  @Test
  void headingsAreNamedAsGithubNamesThem() {
    MarkdownText text =
        new MarkdownText(
            """
            # One, two: `three`
            ## Beside [R](r.md) and *Darts*
            ## Twice
            ```
            # no heading
            ```
            ## Twice
            See [there](a.md#b) and `[no](link)`, ![picture](p.png).
            """);

    assertEquals(Set.of("one-two-three", "beside-r-and-darts", "twice", "twice-1"), text.anchors());
    assertEquals(List.of("r.md", "a.md#b", "p.png"), text.links());
  }

  private static boolean leadsSomewhere(
      Path document, String link, Map<Path, MarkdownText> documents) {
    if (link.matches("[a-z]+:.*")) {
      return true;
    }
    String file = link.replaceFirst("#.*", "");
    Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
    if (!link.contains("#")) {
      return Files.exists(target);
    }
    return documents.containsKey(target)
        && documents.get(target).anchors().contains(link.replaceFirst(".*#", ""));
  }
}
