package org.updateall.adapters.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.updateall.domain.history.FileRefused;

/**
 * A YAML file as a tree of nodes, each with its place. Nothing is made of tags, so that no text can
 * make an object; a file of more than {@value #MAX_BYTES} bytes, with many aliases, with a key
 * twice, or nested beyond reason is refused.
 */
final class YamlFile {

  static final int MAX_BYTES = 1 << 20;

  private static final int MAX_ALIASES = 50;

  private final Path file;

  YamlFile(Path file) {
    this.file = file;
  }

  /**
   * The mapping that the file is; an empty one for an empty file.
   *
   * @return why the file cannot be taken, if so
   */
  Either<FileRefused, YamlMap> read(List<FileRefused> defects) {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return refuse("", "it has more than %d bytes".formatted(MAX_BYTES), "Make it shorter");
      }
      return parse(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), defects);
    } catch (CharacterCodingException e) {
      return refuse("", "it is not UTF-8", "Write it as UTF-8");
    } catch (IOException e) {
      return refuse(
          "", "it cannot be read (%s)".formatted(e.getMessage()), "See to its permissions");
    }
  }

  /** The mapping that a text is, as if it stood in the file. */
  Either<FileRefused, YamlMap> parse(String text, List<FileRefused> defects) {
    try {
      Iterator<Node> documents = new Compose(settings()).composeAllFromString(text).iterator();
      Node root = documents.hasNext() ? documents.next() : empty();
      if (documents.hasNext()) {
        return refuse(place(documents.next()), "a second document begins", "Keep one document");
      }
      return mapping(root, defects);
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark()
              .map(mark -> "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
              .orElse("");
      return refuse(
          place,
          "it is not YAML: " + PlainText.summary(String.valueOf(e.getProblem())),
          "Mend it there");
    } catch (StackOverflowError e) {
      return refuse("", "it is nested beyond reason", "Make it flatter");
    } catch (YamlEngineException e) {
      return refuse(
          "", "it is not YAML: " + PlainText.summary(String.valueOf(e.getMessage())), "Mend it");
    }
  }

  private Either<FileRefused, YamlMap> mapping(Node root, List<FileRefused> defects) {
    if (root instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      return mapping(empty(), defects);
    }
    return root instanceof MappingNode mapping
        ? Either.right(new YamlMap(file, "", mapping, defects))
        : refuse(
            place(root),
            "it is no mapping of keys to values",
            "Begin it with a key such as plugins:");
  }

  private static MappingNode empty() {
    return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
  }

  static String place(Node node) {
    return node.getStartMark()
        .map(mark -> "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse("");
  }

  private static LoadSettings settings() {
    return LoadSettings.builder()
        .setAllowNonScalarKeys(false)
        .setMaxAliasesForCollections(MAX_ALIASES)
        .setCodePointLimit(MAX_BYTES)
        .build();
  }

  private Either<FileRefused, YamlMap> refuse(String place, String reason, String remedy) {
    return Either.left(new FileRefused(file, place, reason, remedy));
  }
}
