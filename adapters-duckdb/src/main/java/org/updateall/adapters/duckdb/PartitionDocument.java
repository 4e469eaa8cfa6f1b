package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.updateall.domain.fleet.PartitionReport;
import org.updateall.domain.history.FileRefused;
import tools.jackson.core.JacksonException;

/** Reads what became of the files of a fleet's tree, a document that lies beside the forecasts. */
final class PartitionDocument {

  private static final String KIND = "update-all fleet partitions";

  private PartitionDocument() {}

  /**
   * @return the reports; or the refusal, without a remedy
   */
  static Either<FileRefused, List<PartitionReport>> read(Path file) {
    try {
      return Either.right(
          JsonFields.read(
              ExportJson.tree(Files.readAllBytes(file)), "", PartitionDocument::reports));
    } catch (JacksonException e) {
      return refused(file, "it is no JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return refused(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return refused(file, "it cannot be read: " + Breakdown.clause(e));
    }
  }

  private static Either<FileRefused, List<PartitionReport>> refused(Path file, String reason) {
    return Either.left(new FileRefused(file, "", reason.replaceAll("\\s+", " "), ""));
  }

  private static List<PartitionReport> reports(JsonFields fields) {
    if (!fields.text("kind").equals(KIND)) {
      throw new IllegalArgumentException("it is no report on the files of a fleet");
    }
    return fields.list(
        "partitions",
        each ->
            new PartitionReport(
                each.text("partition"),
                each.longInteger("rows"),
                each.longInteger("leftOut"),
                each.optionalText("reason")));
  }
}
