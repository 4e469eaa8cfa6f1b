package org.updateall.adapters.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A text that comes with this package: a style, a script, a licence. */
final class PageResource {

  private PageResource() {}

  /**
   * @throws IllegalStateException if the program was built without it
   */
  static String text(String name) {
    try (InputStream content = PageResource.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IllegalStateException("the program was built without " + name);
      }
      return new String(content.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
