package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How a table of priors is a file: one JSON object with kind, version, time and priors, each on a
 * line of its own, in the order of their kinds; last the SHA-256 of all of it but the white space.
 * It is written and read prior by prior.
 */
final class PriorFile {

  private static final String KIND = "update-all fleet priors";

  /** The version that this program writes; it reads none above. */
  private static final int VERSION = 1;

  private static final String NEWER = "Update update-all.";
  private static final String ANEW = "Have it made anew with 'update-all fleet train'.";

  private static final Comparator<PriorClass> ORDER =
      Comparator.comparing(PriorClass::target)
          .thenComparing(each -> words(each.plugin()))
          .thenComparing(each -> words(each.operatingSystem()))
          .thenComparing(each -> words(each.size()));

  private final MessageDigest digest = Sha256.digest();

  private PriorFile() {}

  /** Why a file holds no priors. */
  static final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    private Fault(String reason, String remedy, @Nullable Throwable cause) {
      super(reason, cause);
      this.remedy = remedy;
    }

    String remedy() {
      return remedy;
    }
  }

  static void write(PriorTable table, Path file) throws IOException {
    try (JsonGenerator json =
        new JsonFactory()
            .createGenerator(ObjectWriteContext.empty(), Files.newBufferedWriter(file, UTF_8))) {
      new PriorFile().write(table, json);
    }
  }

  private void write(PriorTable table, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", KIND);
    json.writeNumberProperty("version", VERSION);
    json.writeStringProperty("as_of", counted(table.asOf().toString()));
    json.writeArrayPropertyStart("priors");
    table.priors().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(each -> write(each.getKey(), each.getValue(), json));
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeStringProperty("sha256", HexFormat.of().formatHex(digest.digest()));
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void write(PriorClass kind, PooledPrior prior, JsonGenerator json) {
    count(kind, prior);
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("target", kind.target().wireName());
    writeUnlessAbsent("plugin", words(kind.plugin()), json);
    writeUnlessAbsent("operating_system", words(kind.operatingSystem()), json);
    writeUnlessAbsent("size", words(kind.size()), json);
    json.writeNumberProperty("sources", prior.sources());
    json.writeStringProperty("document", prior.document());
    json.writeEndObject();
  }

  private static void writeUnlessAbsent(String name, String words, JsonGenerator json) {
    if (!words.isEmpty()) {
      json.writeStringProperty(name, words);
    }
  }

  /** Empty for what is absent. */
  private static String words(@Nullable Object part) {
    return part instanceof SizeClass size ? size.wireName() : part == null ? "" : part.toString();
  }

  private void count(PriorClass kind, PooledPrior prior) {
    List.of(
            kind.target().wireName(),
            words(kind.plugin()),
            words(kind.operatingSystem()),
            words(kind.size()),
            Integer.toString(prior.sources()),
            prior.document())
        .forEach(this::counted);
  }

  private String counted(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
    return text;
  }

  /**
   * @throws Fault if it holds no priors, or is not as it was written
   * @throws IOException if it cannot be read
   */
  static PriorTable read(Path file) throws IOException, Fault {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      return new PriorFile().read(json);
    } catch (JacksonException e) {
      throw new Fault("it is no JSON: " + e.getOriginalMessage(), ANEW, e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Fault("it is not as it was written: " + e.getMessage(), ANEW, e);
    }
  }

  private PriorTable read(JsonParser json) throws Fault {
    require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
    if (!KIND.equals(text("kind", json))) {
      throw new Fault(
          "it holds no priors of a fleet",
          "Name the file priors.json that fleet train wrote.",
          null);
    }
    next("version", json);
    int version = json.getIntValue();
    if (version > VERSION) {
      throw new Fault(
          "it has version %d, and this program reads version %d".formatted(version, VERSION),
          NEWER,
          null);
    }
    Instant asOf = Instant.parse(counted(text("as_of", json)));
    next("priors", json);
    Map<PriorClass, PooledPrior> priors = new HashMap<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      readPrior(json, priors);
    }
    boolean asWritten =
        text("sha256", json).equals(HexFormat.of().formatHex(digest.digest()))
            && json.nextToken() == JsonToken.END_OBJECT
            && json.nextToken() == null;
    require(asWritten, "its checksum is another");
    return new PriorTable(asOf, priors);
  }

  private void readPrior(JsonParser json, Map<PriorClass, PooledPrior> priors) {
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      fields.put(name, json.getString());
    }
    String size = fields.get("size");
    PriorClass kind =
        new PriorClass(
            Target.fromWireName(wanted("target", fields)).getOrElseThrow(() -> strange("target")),
            fields.containsKey("plugin") ? new PluginName(wanted("plugin", fields)) : null,
            fields.get("operating_system"),
            size == null
                ? null
                : SizeClass.fromWireName(size).getOrElseThrow(() -> strange("size")));
    PooledPrior prior =
        new PooledPrior(Integer.parseInt(wanted("sources", fields)), wanted("document", fields));
    count(kind, prior);
    require(priors.put(kind, prior) == null, "a kind comes twice");
  }

  private static String wanted(String name, Map<String, String> fields) {
    String text = fields.get(name);
    if (text == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return text;
  }

  private static IllegalArgumentException strange(String name) {
    return new IllegalArgumentException("a %s is not known".formatted(name));
  }

  private static String text(String name, JsonParser json) {
    next(name, json);
    return json.getString();
  }

  /** Goes to the value of that name, which must be the next. */
  private static void next(String name, JsonParser json) {
    boolean there = json.nextToken() == JsonToken.PROPERTY_NAME && name.equals(json.currentName());
    require(there, "there is no " + name);
    json.nextToken();
  }

  private static void require(boolean so, String otherwise) {
    if (!so) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
