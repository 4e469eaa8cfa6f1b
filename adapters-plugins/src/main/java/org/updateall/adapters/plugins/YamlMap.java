package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.updateall.domain.history.FileRefused;

/**
 * A mapping of a YAML file, asked for the values of its keys. Each defect is noted with file, line,
 * key and remedy, and the value then counts as not given.
 */
final class YamlMap {

  private final Path file;
  private final String path;
  private final MappingNode node;
  private final List<FileRefused> defects;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  YamlMap(Path file, String path, MappingNode node, List<FileRefused> defects) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.defects = defects;
    for (NodeTuple each : node.getValue()) {
      String key = ((ScalarNode) each.getKeyNode()).getValue();
      if (values.put(key, each.getValueNode()) != null) {
        refuse(each.getKeyNode(), key, "the key stands there twice", "Keep one of them");
      }
    }
  }

  /** The same, with the values of another mapping for the keys that have none here. */
  YamlMap over(YamlMap base) {
    YamlMap both = new YamlMap(file, path, node, new ArrayList<>());
    both.values.clear();
    both.values.putAll(base.values);
    both.values.putAll(values);
    return new YamlMap(both, defects);
  }

  private YamlMap(YamlMap other, List<FileRefused> defects) {
    this.file = other.file;
    this.path = other.path;
    this.node = other.node;
    this.defects = defects;
    values.putAll(other.values);
  }

  /** The keys, in the order of the file. */
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** Notes a defect of the whole mapping. */
  void refuse(String reason, String remedy) {
    defects.add(new FileRefused(file, at(node, path), reason, remedy));
  }

  /** Notes a defect of the value of that key. */
  void refuse(String key, String reason, String remedy) {
    refuse(values.getOrDefault(key, node), key, reason, remedy);
  }

  Option<String> text(String key) {
    return value(key).flatMap(value -> text(key, value));
  }

  /** One word, or a list of words. */
  Option<List<String>> texts(String key) {
    return value(key)
        .map(
            value -> {
              List<String> texts = new ArrayList<>();
              items(value).forEach(item -> text(key, item).peek(texts::add));
              return texts;
            });
  }

  Option<Boolean> flag(String key) {
    return parsed(
        key,
        text -> text.equals("true") ? Option.some(true) : Option.when(text.equals("false"), false),
        "neither true nor false",
        "Write one of them");
  }

  Option<List<Integer>> numbers(String key) {
    return texts(key)
        .map(texts -> texts.stream().flatMap(text -> number(key, text).toJavaStream()).toList());
  }

  /** Such as {@code 90s}, {@code 5m} or {@code 2h}. */
  Option<Duration> duration(String key) {
    return parsed(key, Durations::parse, "no time above zero", "Write it as 90s, 5m or 2h");
  }

  /**
   * What that reader makes of the text.
   *
   * @param defect what a text is that it makes nothing of
   */
  <T> Option<T> parsed(
      String key, Function<String, Option<T>> reader, String defect, String remedy) {
    return text(key)
        .flatMap(
            text -> {
              Option<T> value = reader.apply(text);
              if (value.isEmpty()) {
                refuse(key, "%s is %s".formatted(text, defect), remedy);
              }
              return value;
            });
  }

  Option<YamlMap> map(String key) {
    return value(key).flatMap(value -> mapping(key, value));
  }

  /** A list of mappings; a single mapping counts as a list of one. */
  Option<List<YamlMap>> maps(String key) {
    return value(key)
        .map(
            value -> {
              List<YamlMap> maps = new ArrayList<>();
              List<Node> items = items(value);
              for (int i = 0; i < items.size(); i++) {
                mapping("%s[%d]".formatted(key, i), items.get(i)).peek(maps::add);
              }
              return maps;
            });
  }

  /** Whether the value of that key is a mapping. */
  boolean holdsMapping(String key) {
    return values.get(key) instanceof MappingNode;
  }

  /** Refuses the keys that nobody has asked for. */
  void finish() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        refuse(
            key,
            "there is no such key",
            Words.nearest(key, asked)
                .map("Did you mean %s?"::formatted)
                .getOrElse(() -> "The keys here are " + String.join(", ", asked)));
      }
    }
  }

  private Option<Node> value(String key) {
    asked.add(key);
    return Option.of(values.get(key)).filter(value -> !value.getTag().equals(Tag.NULL));
  }

  private static List<Node> items(Node value) {
    return value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
  }

  private Option<String> text(String key, Node value) {
    if (value instanceof ScalarNode scalar) {
      return Option.some(scalar.getValue());
    }
    refuse(value, key, "a text is expected there", "Write one");
    return Option.none();
  }

  private Option<Integer> number(String key, String text) {
    try {
      return Option.some(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      refuse(key, text + " is no whole number", "Write one");
      return Option.none();
    }
  }

  private Option<YamlMap> mapping(String key, Node value) {
    if (value instanceof MappingNode mapping) {
      return Option.some(
          new YamlMap(file, path.isEmpty() ? key : path + "." + key, mapping, defects));
    }
    refuse(value, key, "a mapping of keys to values is expected there", "Indent keys below it");
    return Option.none();
  }

  private void refuse(Node where, String key, String reason, String remedy) {
    defects.add(
        new FileRefused(file, at(where, path.isEmpty() ? key : path + "." + key), reason, remedy));
  }

  private static String at(Node where, String key) {
    String place = YamlFile.place(where);
    return key.isEmpty() ? place : place.isEmpty() ? "key " + key : place + ", key " + key;
  }
}
