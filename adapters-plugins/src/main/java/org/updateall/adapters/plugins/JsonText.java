package org.updateall.adapters.plugins;

import io.vavr.control.Either;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as programs print it, and the figures in it. */
final class JsonText {

  private static final int MAX_DEPTH = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonText() {}

  /** The value that a text is; or, in a sentence, why it is none. */
  static Either<String, JsonNode> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null || node.isMissingNode()
          ? Either.left("it printed nothing, instead of JSON")
          : Either.right(node);
    } catch (JacksonException e) {
      return Either.left(
          "what it prints is not JSON: " + PlainText.summary(e.getOriginalMessage()));
    }
  }

  /** The object that a text is; none if it is none. */
  static Option<JsonNode> object(String text) {
    return parse(text).toOption().filter(JsonNode::isObject);
  }

  /** The text in that field as one line, without what steers a terminal; null if there is none. */
  static @Nullable String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    String text = value.isString() ? PlainText.line(value.stringValue()) : "";
    return text.isEmpty() ? null : text;
  }

  /** The whole number of 0 or more in the first of these fields that has one; null if none has. */
  static @Nullable Long count(JsonNode object, String... fields) {
    for (String field : fields) {
      JsonNode value = object.path(field);
      boolean whole = value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
      if (whole && value.doubleValue() >= 0 && value.doubleValue() < Long.MAX_VALUE) {
        return value.isIntegralNumber() ? value.longValue() : (long) value.doubleValue();
      }
    }
    return null;
  }

  /** The finite number of 0 or more in the first of these fields that has one. */
  static @Nullable Double number(JsonNode object, String... fields) {
    for (String field : fields) {
      JsonNode value = object.path(field);
      if (value.isNumber() && value.doubleValue() >= 0 && Double.isFinite(value.doubleValue())) {
        return value.doubleValue();
      }
    }
    return null;
  }
}
