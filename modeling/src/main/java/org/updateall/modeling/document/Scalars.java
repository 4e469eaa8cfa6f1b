package org.updateall.modeling.document;

import org.updateall.modeling.document.ValueReaders.ValueReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Values that are one token: numbers, truth values and texts. */
final class Scalars {

  private Scalars() {}

  static ValueReader primitive(Class<?> type) {
    if (type == double.class) {
      return Scalars::real;
    }
    if (type == int.class) {
      return Scalars::whole;
    }
    if (type == long.class) {
      return Scalars::longWhole;
    }
    if (type == boolean.class) {
      return Scalars::truth;
    }
    throw new IllegalArgumentException("no value is a " + type);
  }

  static ValueReader boxed(Class<?> type) {
    if (type == Double.class) {
      return Scalars::real;
    }
    if (type == Integer.class) {
      return Scalars::whole;
    }
    if (type == String.class) {
      return Scalars::text;
    }
    throw new IllegalArgumentException("no value is a " + type);
  }

  static String text(JsonParser parser) {
    ValueReaders.require(parser, JsonToken.VALUE_STRING);
    return parser.getString();
  }

  private static Double real(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getDoubleValue();
    }
    String text = text(parser);
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new IllegalArgumentException("no number: " + text);
    };
  }

  private static Integer whole(JsonParser parser) {
    ValueReaders.require(parser, JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  private static Long longWhole(JsonParser parser) {
    ValueReaders.require(parser, JsonToken.VALUE_NUMBER_INT);
    return parser.getLongValue();
  }

  private static Boolean truth(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_TRUE) {
      ValueReaders.require(parser, JsonToken.VALUE_FALSE);
      return false;
    }
    return true;
  }
}
