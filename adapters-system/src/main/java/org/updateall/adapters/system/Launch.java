package org.updateall.adapters.system;

import io.vavr.control.Either;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.updateall.adapters.system.ProgramSearch.NotFound;
import org.updateall.domain.metering.Command;

/** What is known of a command before it is started: whether it can be, and by which file. */
final class Launch {

  private static final Charset OF_ARGUMENTS =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

  private final Command command;

  Launch(Command command) {
    this.command = command;
  }

  /** The program's file and its arguments, or why there is nothing to be started. */
  Either<NotFound, List<String>> words() {
    if (command.directory() != null && !Files.isDirectory(command.directory())) {
      return refused("there is no folder '%s'".formatted(command.directory()));
    }
    if (!texts().allMatch(text -> OF_ARGUMENTS.newEncoder().canEncode(text))) {
      return refused(
          "an argument or a variable cannot be written in %s, which this program was started with"
              .formatted(OF_ARGUMENTS));
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(command.environment());
    return new ProgramSearch(environment, command.directory())
        .find(command.arguments().get(0))
        .map(this::withProgram);
  }

  private List<String> withProgram(String file) {
    List<String> words = new ArrayList<>(command.arguments());
    words.set(0, file);
    return words;
  }

  private Stream<String> texts() {
    return Stream.of(
            command.arguments().stream(),
            command.environment().keySet().stream(),
            command.environment().values().stream())
        .flatMap(texts -> texts);
  }

  private static Either<NotFound, List<String>> refused(String problem) {
    return Either.left(new NotFound(NotFound.REFUSED, problem));
  }
}
