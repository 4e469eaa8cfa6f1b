package org.updateall.adapters.duckdb;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/** A parser of which only so many tokens may be had until more are allowed. */
final class MeteredParser extends JsonParserDelegate {

  private long allowed;

  MeteredParser(JsonParser parser) {
    super(parser);
  }

  /** That many tokens may be read from here on. */
  void allow(long tokens) {
    allowed = tokens;
  }

  @Override
  public @Nullable JsonToken nextToken() {
    spend();
    return super.nextToken();
  }

  @Override
  public @Nullable JsonToken nextValue() {
    spend();
    return super.nextValue();
  }

  @Override
  public @Nullable String nextName() {
    spend();
    return super.nextName();
  }

  @Override
  public boolean nextName(SerializableString name) {
    spend();
    return super.nextName(name);
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    spend();
    return super.nextNameMatch(matcher);
  }

  private void spend() {
    if (--allowed < 0) {
      throw new StreamReadException(this, "a part of it has too many values to be read");
    }
  }
}
