package org.updateall.adapters.plugins;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;

/**
 * The folder of executables that speak the external plugin protocol; the name of a file is that of
 * its plugin. Hidden files, and files that are neither executable nor begin as a script does, are
 * passed over.
 */
final class PluginDirectory {

  private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
      PosixFilePermissions.fromString("-------w-");

  private final Path directory;
  private final List<FileRefused> refused = new ArrayList<>();

  PluginDirectory(Path directory) {
    this.directory = directory;
  }

  /** The executables by the names of their plugins; a folder that is not there has none. */
  Map<PluginName, Path> read() {
    Map<PluginName, Path> executables = new TreeMap<>();
    if (!Files.exists(directory)) {
      return executables;
    }
    if (isWritableByOthers(directory)) {
      refuse(directory, "everybody may write to it", "Take that right away: chmod o-w");
      return executables;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        name(file).peek(name -> executables.put(name, file.toAbsolutePath()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      refuse(
          directory, "it cannot be read (%s)".formatted(e.getMessage()), "See to its permissions");
    }
    return executables;
  }

  List<FileRefused> refused() {
    return refused;
  }

  /** The name of the plugin that a file is; none if it is none, or a wrong one. */
  private Option<PluginName> name(Path file) {
    String fileName = String.valueOf(file.getFileName());
    if (fileName.startsWith(".") || !Files.isRegularFile(file)) {
      return Option.none();
    }
    if (!Files.isExecutable(file)) {
      if (beginsAsScript(file)) {
        refuse(file, "it is a script, but not executable", "Make it so: chmod +x");
      }
      return Option.none();
    }
    if (isWritableByOthers(file)) {
      refuse(file, "everybody may write to it", "Take that right away: chmod o-w");
      return Option.none();
    }
    try {
      return Option.some(new PluginName(fileName));
    } catch (IllegalArgumentException e) {
      refuse(file, String.valueOf(e.getMessage()), "Give it another name");
      return Option.none();
    }
  }

  private static boolean isWritableByOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).containsAll(WRITABLE_BY_OTHERS);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean beginsAsScript(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      return input.read() == '#' && input.read() == '!';
    } catch (IOException e) {
      return false;
    }
  }

  private void refuse(Path file, String reason, String remedy) {
    refused.add(new FileRefused(file, "", reason, remedy));
  }
}
