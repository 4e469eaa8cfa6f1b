package org.updateall.adapters.plugins;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.PackageUpdate;
import tools.jackson.databind.JsonNode;

/**
 * The JSON of the external plugin protocol's {@code estimate-update}, in all ways in which its
 * documents write it: with the envelope of {@code status} and {@code data} and without, under the
 * names of the protocol and under those of the plan before it.
 */
final class EstimateFormat implements OutputFormat {

  @Override
  public Either<String, AnnouncedWork> read(String output) {
    return JsonText.parse(output)
        .flatMap(
            root -> {
              if (!root.isObject()) {
                return Either.left("what it prints is no JSON object");
              }
              if ("error".equals(JsonText.text(root, "status"))) {
                return Either.left("it reports: " + message(root));
              }
              return work(root.path("data").isObject() ? root.path("data") : root);
            });
  }

  /** Whether it says that the plugin does not apply. */
  static boolean saysNotApplicable(String output) {
    return JsonText.object(output)
        .map(root -> root.path("data").isObject() ? root.path("data") : root)
        .exists(
            data -> data.path("applicable").isBoolean() && !data.path("applicable").asBoolean());
  }

  private static Either<String, AnnouncedWork> work(JsonNode data) {
    Long count = JsonText.count(data, "package_count");
    Long bytes = JsonText.count(data, "total_bytes", "total_download_size_bytes");
    Double seconds = JsonText.number(data, "estimated_seconds", "estimated_time_seconds");
    JsonNode listed =
        data.path("packages").isArray() ? data.path("packages") : data.path("packages_to_update");
    if (count == null && bytes == null && seconds == null && !listed.isArray()) {
      return Either.left("what it prints has no figure that is known");
    }
    List<PackageUpdate> packages = packages(listed);
    Integer counted = count(count, listed.isArray() ? listed.size() : null);
    return Either.right(
        new AnnouncedWork(
            counted,
            counted == null || packages.size() > counted ? List.of() : packages,
            bytes,
            bytes == null ? null : DownloadPrecision.ROUNDED,
            seconds));
  }

  private static @Nullable Integer count(@Nullable Long told, @Nullable Integer listed) {
    return told != null && told <= Integer.MAX_VALUE ? (Integer) told.intValue() : listed;
  }

  private static List<PackageUpdate> packages(JsonNode listed) {
    List<PackageUpdate> packages = new ArrayList<>();
    for (JsonNode each : listed) {
      String name = JsonText.text(each, "name");
      Option.of(name)
          .peek(
              text ->
                  packages.add(
                      new PackageUpdate(
                          text,
                          JsonText.text(each, "current_version"),
                          Option.of(JsonText.text(each, "new_version"))
                              .getOrElse(JsonText.text(each, "version")),
                          JsonText.count(each, "size_bytes", "download_size_bytes"))));
    }
    return packages;
  }

  private static String message(JsonNode root) {
    String message = JsonText.text(root.path("error"), "message");
    String plain = message == null ? JsonText.text(root, "error") : message;
    return plain == null ? "an error" : plain;
  }
}
