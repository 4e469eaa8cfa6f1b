package org.updateall.adapters.duckdb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.duckdb.DuckDBDriver;

/**
 * DuckDB's driver with the native library beside its jar, which then is loaded in place, as the
 * distribution has it. Out of the driver's own jar every process unpacks 60 MB, and one that is
 * killed leaves them in the temporary directory.
 */
final class UnpackedDriver {

  private static final String NATIVE = "libduckdb_java.";

  /** The class path of this process, with the unpacked driver in the place of the usual one. */
  static final String CLASS_PATH = classPath();

  private UnpackedDriver() {}

  private static String classPath() {
    String usual = System.getProperty("java.class.path");
    String platform = platform();
    if (platform.isEmpty()) {
      return usual;
    }
    try {
      Path jar =
          Path.of(DuckDBDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return usual.replace(jar.toString(), unpacked(jar, platform).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How the name of this platform's library ends; empty where that is not known. */
  private static String platform() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "";
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64" -> "_linux_amd64";
      case "aarch64" -> "_linux_arm64";
      default -> "";
    };
  }

  private static Path unpacked(Path jar, String platform) throws IOException {
    Path directory = Files.createTempDirectory("duckdb-driver");
    Path classes = directory.resolve(jar.getFileName());
    // What is named last is deleted first.
    directory.toFile().deleteOnExit();
    classes.toFile().deleteOnExit();
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(classes);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        try (InputStream content = from.getInputStream(entry)) {
          if (!entry.getName().startsWith(NATIVE)) {
            to.putNextEntry(new ZipEntry(entry.getName()));
            content.transferTo(to);
          } else if (entry.getName().endsWith(platform)) {
            File library = directory.resolve(entry.getName()).toFile();
            library.deleteOnExit();
            Files.copy(content, library.toPath());
          }
        }
      }
    }
    return classes;
  }
}
