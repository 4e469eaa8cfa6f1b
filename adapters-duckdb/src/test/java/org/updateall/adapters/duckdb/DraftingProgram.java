package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.FleetOutput;
import org.updateall.domain.fleet.FleetResults;
import org.updateall.domain.fleet.InMemoryPriorShelf;

/** Writes a part of a fleet's output and holds it until its input ends, if it may. */
final class DraftingProgram {

  private DraftingProgram() {}

  /** Argument: the place of the output. */
  public static void main(String[] arguments) throws IOException {
    FleetOutput output = new ParquetFleetOutput(new InMemoryPriorShelf());
    Either<TargetRefused, FleetOutput.Draft> begun = output.begin(Path.of(arguments[0]), "plan");
    if (begun.isLeft()) {
      System.out.println("refused");
      return;
    }
    begun
        .get()
        .writePart(
            0, List.of(FleetResults.forecast("atlas")), List.of(FleetResults.model("atlas")));
    System.out.println("written");
    int unused = System.in.read();
  }
}
