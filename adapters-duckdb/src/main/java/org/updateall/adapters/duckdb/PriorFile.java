package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.PriorText;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads and writes {@link PriorText} as a file. */
final class PriorFile {

  private static final String NEWER = "Update update-all.";
  private static final String ANEW = "Have it made anew with 'update-all fleet train'.";

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
    try (Writer text = Files.newBufferedWriter(file, UTF_8)) {
      new PriorText(table).writeTo(text);
    }
  }

  /**
   * @throws Fault if it holds no priors, or is not as it was written
   * @throws IOException if it cannot be read
   */
  static PriorTable read(Path file) throws IOException, Fault {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      return table(json);
    } catch (JacksonException e) {
      throw new Fault("it is no JSON: " + e.getOriginalMessage(), ANEW, e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Fault("it is not as it was written: " + e.getMessage(), ANEW, e);
    }
  }

  private static PriorTable table(JsonParser json) throws Fault {
    require(json.nextToken() == JsonToken.START_OBJECT, "it is no object");
    if (!PriorText.KIND.equals(text("kind", json))) {
      throw new Fault(
          "it holds no priors of a fleet",
          "Name the file priors.json that fleet train wrote.",
          null);
    }
    next("version", json);
    int version = json.getIntValue();
    if (version > PriorText.VERSION) {
      throw new Fault(
          "it has version %d, and this program reads version %d"
              .formatted(version, PriorText.VERSION),
          NEWER,
          null);
    }
    Instant asOf = Instant.parse(text("as_of", json));
    next("priors", json);
    Map<PriorClass, PooledPrior> priors = new HashMap<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      readPrior(json, priors);
    }
    PriorTable table = new PriorTable(asOf, priors);
    boolean asWritten =
        text("sha256", json).equals(new PriorText(table).checksum())
            && json.nextToken() == JsonToken.END_OBJECT
            && json.nextToken() == null;
    require(asWritten, "its checksum is another");
    return table;
  }

  private static void readPrior(JsonParser json, Map<PriorClass, PooledPrior> priors) {
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
