package org.updateall.adapters.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * An HTML document that is being written. Text and values of attributes are escaped whatever they
 * hold; styles and handlers of events are no attributes here, and links lead to places of the page
 * alone, so that a page under a strict policy stays whole.
 */
final class Html {

  private final StringBuilder written = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> unclosed = new ArrayDeque<>();

  /**
   * Begins an element with these names and values of attributes, in turn.
   *
   * @throws IllegalArgumentException if an attribute is a style, a handler, or a link elsewhere
   */
  Html open(String name, String... attributes) {
    begin(name, attributes);
    unclosed.push(name);
    return this;
  }

  /** Ends the element that was begun last. */
  Html close() {
    written.append("</").append(unclosed.pop()).append('>');
    return this;
  }

  /** An element that holds nothing and has no end, such as {@code meta}. */
  Html leaf(String name, String... attributes) {
    begin(name, attributes);
    return this;
  }

  Html text(String words) {
    escape(ForeignText.visible(words));
    return this;
  }

  /** An element that holds text alone. */
  Html element(String name, String words, String... attributes) {
    return open(name, attributes).text(words).close();
  }

  /** Text that somebody else wrote: its direction does not reach beyond it. */
  Html foreign(String words) {
    return element("bdi", words);
  }

  /** A drawing, which has done its own escaping. */
  Html drawing(String svg) {
    written.append(svg);
    return this;
  }

  /** A drawing in a region of its own, which scrolls where the page is too narrow for it. */
  Html picture(String name, String svg) {
    open("figure", "class", "picture", "role", "group", "tabindex", "0", "aria-label", name);
    return drawing(svg).close().line();
  }

  /**
   * A script, style or block of data, as it is.
   *
   * @throws IllegalArgumentException if the content would end it before its end
   */
  Html raw(String name, String content, String... attributes) {
    String lowerCase = content.toLowerCase(Locale.ROOT);
    if (lowerCase.contains("</" + name) || lowerCase.contains("<!--")) {
      throw new IllegalArgumentException("the content would end its " + name);
    }
    open(name, attributes);
    written.append(content);
    return close();
  }

  Html line() {
    written.append('\n');
    return this;
  }

  private void begin(String name, String... attributes) {
    written.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      requireHarmless(attributes[i], attributes[i + 1]);
      written.append(' ').append(attributes[i]).append("=\"");
      escape(ForeignText.visible(attributes[i + 1]));
      written.append('"');
    }
    written.append('>');
  }

  private static void requireHarmless(String attribute, String value) {
    boolean leadsElsewhere =
        (attribute.equals("href") || attribute.equals("src")) && !value.startsWith("#");
    if (attribute.equals("style") || attribute.startsWith("on") || leadsElsewhere) {
      throw new IllegalArgumentException("no attribute of this page: " + attribute);
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '&' -> written.append("&amp;");
        case '<' -> written.append("&lt;");
        case '>' -> written.append("&gt;");
        case '"' -> written.append("&quot;");
        case '\'' -> written.append("&#39;");
        default -> written.append(sign);
      }
    }
  }

  /**
   * The document.
   *
   * @throws IllegalStateException if an element has not been closed
   */
  @Override
  public String toString() {
    if (!unclosed.isEmpty()) {
      throw new IllegalStateException("not closed: " + unclosed);
    }
    return written.toString();
  }
}
