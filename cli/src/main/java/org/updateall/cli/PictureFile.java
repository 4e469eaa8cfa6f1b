package org.updateall.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vavr.control.Either;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.updateall.domain.reporting.PictureRenderer;
import org.updateall.domain.reporting.TargetHistory;

/** A file for the picture of a plugin, in the format that its name says. */
final class PictureFile {

  private enum Format {
    SVG("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\""),
    PNG("Software\0update-all");

    /** By what a picture that the program made is known from any other. */
    private final String sign;

    Format(String sign) {
      this.sign = sign;
    }
  }

  private static final int SIGN_WITHIN = 200;

  private final OutputFile file;
  private final Format format;

  /**
   * @throws UsageException if the name says no format
   */
  PictureFile(Path file) {
    this.format = format(file);
    this.file = new OutputFile("picture of a plugin by update-all", this::isSigned, file);
  }

  private static Format format(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new UsageException(
        "--output: a picture is a file that ends in .svg or .png, not " + file);
  }

  private boolean isSigned(byte[] bytes) {
    return new String(bytes, 0, Math.min(SIGN_WITHIN, bytes.length), ISO_8859_1)
        .contains(format.sign);
  }

  /** Complains if nothing can be written there; the exit code that follows from it. */
  int check(Session session) {
    return file.check(session);
  }

  /** Draws it, or complains; the exit code that follows from it. */
  int write(Session session, PictureRenderer pictures, TargetHistory history) {
    Either<String, byte[]> picture =
        switch (format) {
          case SVG -> Either.right(pictures.svg(history, session.zone()).getBytes(UTF_8));
          case PNG -> pictures.png(history, session.zone());
        };
    return picture.fold(
        reason -> {
          session.complain(reason);
          return ExitCode.NOT_AS_HOPED;
        },
        bytes -> write(session, bytes));
  }

  private int write(Session session, byte[] bytes) {
    int code = file.write(session, draft -> Files.write(draft, bytes));
    if (code == ExitCode.DONE) {
      session.remark("Drew it into %s.".formatted(file.file()));
    }
    return code;
  }
}
