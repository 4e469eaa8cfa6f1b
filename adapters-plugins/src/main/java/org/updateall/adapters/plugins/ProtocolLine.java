package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.ProgressEvent.Advanced;
import tools.jackson.databind.JsonNode;

/**
 * A line of the external plugin protocol: {@code PROGRESS:} at its very beginning, blanks, and one
 * JSON object. What is wrong with a field leaves that field out; a line that is no message says
 * nothing.
 */
final class ProtocolLine {

  private static final String PREFIX = "PROGRESS:";

  private ProtocolLine() {}

  static boolean isMessage(String line) {
    return line.startsWith(PREFIX);
  }

  /** What the line says; none if it is cut off, no JSON object, or of a type that is not known. */
  static Option<ProtocolMessage> parse(String line) {
    return JsonText.object(line.substring(PREFIX.length()).strip()).flatMap(ProtocolLine::message);
  }

  /** The message of a pattern's groups. */
  static ProtocolMessage progress(StepPhase phase, String percent, @Nullable String message) {
    return new ProtocolMessage.Progress(
        new Advanced(phase, percent(parseDouble(percent)), plain(message), null, null, null, null));
  }

  private static Option<ProtocolMessage> message(JsonNode object) {
    String type = object.path("type").isString() ? object.path("type").stringValue() : "progress";
    return switch (type) {
      case "progress" -> Option.some(progress(object));
      case "phase_start" -> Option.some(new ProtocolMessage.Start(phase(object)));
      case "phase_end" ->
          Option.some(
              new ProtocolMessage.End(
                  phase(object),
                  object.path("success").asBoolean(false),
                  JsonText.text(object, "error")));
      case "completion" -> Option.some(completion(object));
      default -> Option.none();
    };
  }

  private static ProtocolMessage progress(JsonNode object) {
    Double percent =
        object.path("percent").isNumber() ? object.path("percent").doubleValue() : null;
    return new ProtocolMessage.Progress(
        new Advanced(
            phase(object),
            percent(percent),
            JsonText.text(object, "message"),
            JsonText.count(object, "bytes_downloaded"),
            JsonText.count(object, "bytes_total"),
            JsonText.count(object, "items_completed"),
            JsonText.count(object, "items_total")));
  }

  /** The count of a plugin that leaves it out is 0 for upstream's reader; here it is not known. */
  private static ProtocolMessage completion(JsonNode object) {
    Long count = JsonText.count(object, "packages_updated");
    return new ProtocolMessage.Completion(
        count == null || count > Integer.MAX_VALUE ? null : (Integer) count.intValue());
  }

  /** In either case; what is missing or unknown counts as execute, as it does upstream. */
  private static StepPhase phase(JsonNode object) {
    return Option.of(JsonText.text(object, "phase"))
        .flatMap(StepPhase::fromName)
        .getOrElse(StepPhase.EXECUTE);
  }

  private static @Nullable Double percent(@Nullable Double percent) {
    return percent != null && percent >= 0 && percent <= 100 ? percent : null;
  }

  private static @Nullable Double parseDouble(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable String plain(@Nullable String text) {
    String plain = text == null ? "" : PlainText.line(text);
    return plain.isEmpty() ? null : plain;
  }
}
