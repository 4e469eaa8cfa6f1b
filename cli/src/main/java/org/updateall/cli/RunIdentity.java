package org.updateall.cli;

import java.util.UUID;
import org.updateall.domain.history.RunId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the identity of a run, as {@code history --json} tells it. */
final class RunIdentity implements ITypeConverter<RunId> {

  @Override
  public RunId convert(String text) {
    try {
      return new RunId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'%s' is not the identity of a run; 'update-all history --json' tells them"
              .formatted(text));
    }
  }
}
