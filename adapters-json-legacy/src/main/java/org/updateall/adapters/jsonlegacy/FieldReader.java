package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepPhase;

/**
 * Takes the fields of one object for what they should be. A field that cannot be read gives null,
 * and a reason; one that is missing or null gives null and no reason, unless it is required.
 */
final class FieldReader {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int MAX_FRACTION_LENGTH = 1000;

  private final RawObject object;
  private final String owner;
  private final ZoneId zone;
  private final Reasons reasons;

  /**
   * @param owner what the reasons begin with, empty for the record itself
   * @param zone of times without one
   */
  FieldReader(RawObject object, String owner, ZoneId zone, Reasons reasons) {
    this.object = object;
    this.owner = owner;
    this.zone = zone;
    this.reasons = reasons;
  }

  /** The record's own id: a text, a number, or nothing. */
  JsonValue id() {
    JsonValue id = object.field(FieldNames.ID);
    if (!id.isNothing() && !id.isText() && !id.isNumber()) {
      fault(FieldNames.ID, "is %s, not a text".formatted(id.description()));
    }
    return id;
  }

  private void fault(String field, String what) {
    reasons.add("%s%s %s".formatted(owner, field, what));
  }

  @Nullable Instant requiredTime(String field) {
    JsonValue value = object.field(field);
    if (value.isNothing() || isEmptyText(value)) {
      fault(field, value.kind() == JsonValue.Kind.ABSENT ? "is missing" : "is empty");
      return null;
    }
    return time(field);
  }

  /** A time; an empty text is none, as the Python system has it. */
  @Nullable Instant time(String field) {
    JsonValue value = object.field(field);
    if (value.isNothing() || isEmptyText(value)) {
      return null;
    }
    String text = text(field);
    return text == null ? null : parsedTime(field, text);
  }

  /** A reason if the end is known to be before the start. */
  void requireOrdered(@Nullable Instant start, @Nullable Instant end) {
    if (start != null && end != null && end.isBefore(start)) {
      fault(FieldNames.END_TIME, "%s is before start_time %s".formatted(end, start));
    }
  }

  /**
   * What stands in the addition of this object; none where there is no addition, or, with a reason,
   * where it is no object or holds a field that is not known here.
   */
  Option<FieldReader> addition() {
    JsonValue value = object.field(FieldNames.ADDITION);
    if (!value.isNothing() && !value.isObject()) {
      fault(FieldNames.ADDITION, "is %s, not an object".formatted(value.description()));
    }
    return Option.ofOptional(object.parts(FieldNames.ADDITION).stream().findFirst())
        .map(addition -> part(addition, FieldNames.ADDITION + ": "))
        .filter(FieldReader::isFamiliar);
  }

  /** The objects in that list, with reasons for those that are none or not known here. */
  List<FieldReader> elements(String field) {
    JsonValue value = object.field(field);
    List<RawObject> elements = object.parts(field);
    if (!value.isNothing() && !value.isList()) {
      fault(field, "is %s, not a list".formatted(value.description()));
    }
    if (elements.size() > RecordStream.MAX_ELEMENTS) {
      fault(field, String.format(Locale.ROOT, "holds more than %d", RecordStream.MAX_ELEMENTS));
      return List.of();
    }
    List<FieldReader> readers = new ArrayList<>();
    for (RawObject element : elements) {
      String name = String.format(Locale.ROOT, "%s %d: ", field, readers.size() + 1);
      readers.add(part(element, name));
    }
    return readers.stream().filter(FieldReader::isFamiliar).toList();
  }

  private FieldReader part(RawObject part, String name) {
    return new FieldReader(part, owner + name, zone, reasons);
  }

  private boolean isFamiliar() {
    if (!object.shape().isObject()) {
      reasons.add("%sis %s, not an object".formatted(owner, object.shape().description()));
      return false;
    }
    String stranger = object.stranger();
    if (stranger != null) {
      reasons.add("%sholds %s, which is not known here".formatted(owner, Excerpt.quoted(stranger)));
    }
    return stranger == null;
  }

  /** What the maker makes; none, with its reason, if it refuses. */
  <T> Option<T> made(Supplier<T> maker) {
    try {
      return Option.some(maker.get());
    } catch (IllegalArgumentException refused) {
      reasons.add(owner + refused.getMessage());
      return Option.none();
    }
  }

  /** The value; where there is none and no reason given yet, that is a reason. */
  <T> Option<T> required(String field, @Nullable T value) {
    if (value == null && object.field(field).isNothing()) {
      fault(field, "is missing");
    }
    return Option.of(value);
  }

  /** A UUID in its usual form. */
  @Nullable UUID uuid(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    if (!UUID_FORM.matcher(text).matches()) {
      fault(field, "is no UUID: " + Excerpt.quoted(text));
      return null;
    }
    return UUID.fromString(text);
  }

  @Nullable StepPhase phase() {
    String text = text(FieldNames.PHASE);
    return text == null
        ? null
        : StepPhase.fromName(text)
            .onEmpty(() -> fault(FieldNames.PHASE, "is unknown: " + Excerpt.quoted(text)))
            .getOrNull();
  }

  /** A whole number of 64 bits. */
  /** Whether a field says true; that it is missing says false. */
  boolean truth(String field) {
    JsonValue value = object.field(field);
    if (!value.isNothing() && value.kind() != JsonValue.Kind.BOOLEAN) {
      fault(field, "is not true or false, but " + value.description());
    }
    return value.kind() == JsonValue.Kind.BOOLEAN && value.text().equals("true");
  }

  /** The part of an update that a field names. */
  @Nullable Coverage coverage(String field) {
    String word = text(field);
    if (word == null) {
      return null;
    }
    Coverage coverage = Coverage.fromWireName(word).getOrNull();
    if (coverage == null) {
      fault(field, "is unknown: " + Excerpt.quoted(word));
    }
    return coverage;
  }

  @Nullable Long amount(String field) {
    String number = number(field);
    return number == null
        ? null
        : WholeNumber.parseLong(number).peekLeft(what -> fault(field, what)).getOrNull();
  }

  /** A number with a fraction. */
  @Nullable Double fraction(String field) {
    String number = number(field);
    if (number == null) {
      return null;
    }
    if (number.length() > MAX_FRACTION_LENGTH || number.endsWith("N") || number.endsWith("y")) {
      fault(field, "is not a finite number: " + Excerpt.of(number));
      return null;
    }
    return Double.valueOf(number);
  }

  /** A number of things, not negative. */
  @Nullable Integer count(String field) {
    Integer count = wholeNumber(field);
    if (count != null && count < 0) {
      fault(field, "is negative: " + count);
    }
    return count;
  }

  @Nullable Integer wholeNumber(String field) {
    String number = number(field);
    return number == null
        ? null
        : WholeNumber.parse(number).peekLeft(what -> fault(field, what)).getOrNull();
  }

  /** The text of a number. */
  private @Nullable String number(String field) {
    JsonValue value = object.field(field);
    if (value.isNothing()) {
      return null;
    }
    if (!value.isNumber()) {
      fault(field, "is %s, not a number".formatted(value.description()));
      return null;
    }
    return value.text();
  }

  /** A text as it stands. */
  @Nullable String text(String field) {
    JsonValue value = object.field(field);
    if (value.isNothing()) {
      return null;
    }
    if (!value.isText()) {
      fault(field, "is %s, not a text".formatted(value.description()));
      return null;
    }
    return value.text();
  }

  /**
   * A text for people; NUL and half characters become U+FFFD, unless the object was written here.
   */
  @Nullable String freeText(String field) {
    String text = text(field);
    return text == null || hasAddition() ? text : StorableText.of(text);
  }

  private boolean hasAddition() {
    return !object.parts(FieldNames.ADDITION).isEmpty();
  }

  /** A text that others refer by; one with half a character is at fault. */
  private @Nullable String label(String field) {
    String text = text(field);
    if (text != null && text.codePoints().anyMatch(StorableText::isHalfCharacter)) {
      fault(field, "holds half a character: " + Excerpt.quoted(text));
      return null;
    }
    return text;
  }

  /** The name of the machine, as the domain allows it. */
  @Nullable String hostname() {
    String hostname = label(FieldNames.HOSTNAME);
    if (hostname != null) {
      refusalOf(hostname).forEach(why -> fault(FieldNames.HOSTNAME, "cannot be kept: " + why));
    }
    return hostname;
  }

  /** The status; pending where none is written. */
  @Nullable ExecutionStatus status() {
    JsonValue value = object.field(FieldNames.STATUS);
    if (value.isNothing()) {
      return ExecutionStatus.PENDING;
    }
    String word = text(FieldNames.STATUS);
    return word == null ? null : knownStatus(word);
  }

  @Nullable PluginName pluginName() {
    JsonValue value = object.field(FieldNames.NAME);
    if (value.isNothing()) {
      fault(FieldNames.NAME, value.kind() == JsonValue.Kind.ABSENT ? "is missing" : "is null");
      return null;
    }
    String name = label(FieldNames.NAME);
    return name == null ? null : validName(name);
  }

  private @Nullable Instant parsedTime(String field, String text) {
    return PythonTime.parse(text, zone)
        .onEmpty(() -> fault(field, "is not a time: " + Excerpt.quoted(text)))
        .getOrNull();
  }

  private @Nullable ExecutionStatus knownStatus(String word) {
    return LegacyStatus.of(word)
        .onEmpty(() -> fault(FieldNames.STATUS, "is unknown: " + Excerpt.quoted(word)))
        .getOrNull();
  }

  private @Nullable PluginName validName(String name) {
    try {
      return new PluginName(name);
    } catch (IllegalArgumentException invalid) {
      fault(FieldNames.NAME, "cannot be kept: " + invalid.getMessage());
      return null;
    }
  }

  /** What the domain says against a host name, by the smallest run that bears it. */
  private static Option<String> refusalOf(String hostname) {
    try {
      RunId anyRun = new RunId(new UUID(0, 0));
      new Run(anyRun, Instant.EPOCH, null, hostname, null, null, List.of(), null);
      return Option.none();
    } catch (IllegalArgumentException refused) {
      return Option.some(String.valueOf(refused.getMessage()));
    }
  }

  private static boolean isEmptyText(JsonValue value) {
    return value.isText() && value.text().isEmpty();
  }
}
