package org.updateall.adapters.plugins;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.PackageUpdate;
import tools.jackson.databind.JsonNode;

/** The JSON in which package managers print what is outdated; none of them tells a size. */
enum JsonFormat implements OutputFormat {
  /** {@code npm outdated --json}: by name an object, or of several places a list of them. */
  NPM_OUTDATED {
    @Override
    Either<String, AnnouncedWork> read(JsonNode root) {
      JsonNode error = root.path("error");
      if (error.isObject() && !error.has("wanted")) {
        String summary = JsonText.text(error, "summary");
        return Either.left("npm reports: " + (summary == null ? "an error" : summary));
      }
      List<PackageUpdate> packages = new ArrayList<>();
      for (Map.Entry<String, JsonNode> each : root.properties()) {
        JsonNode value = each.getValue();
        take(packages, each.getKey(), value.isArray() ? value.path(0) : value);
      }
      return Either.right(AnnouncedWork.of(packages));
    }

    private void take(List<PackageUpdate> packages, String name, JsonNode versions) {
      String current = JsonText.text(versions, "current");
      String wanted = JsonText.text(versions, "wanted");
      if (wanted != null && !wanted.equals(current)) {
        add(packages, name, current, wanted);
      }
    }
  },

  /** {@code pip list --outdated --format=json}: a list of objects. */
  PIP_OUTDATED {
    @Override
    Either<String, AnnouncedWork> read(JsonNode root) {
      if (!root.isArray()) {
        return Either.left("what it prints is no JSON array");
      }
      List<PackageUpdate> packages = new ArrayList<>();
      for (JsonNode each : root) {
        add(
            packages,
            JsonText.text(each, "name"),
            JsonText.text(each, "version"),
            JsonText.text(each, "latest_version"));
      }
      return Either.right(AnnouncedWork.of(packages));
    }
  },

  /** {@code pipx list --outdated --output json}: an envelope that tells errors, too. */
  PIPX_OUTDATED {
    @Override
    Either<String, AnnouncedWork> read(JsonNode root) {
      JsonNode found = root.path("data").path("packages");
      if (!found.isArray()) {
        return Either.left("what it prints has no data.packages");
      }
      JsonNode error = root.path("errors").path(0);
      if (error.isObject()) {
        String message = JsonText.text(error, "message");
        return Either.left("pipx reports: " + (message == null ? "an error" : message));
      }
      List<PackageUpdate> packages = new ArrayList<>();
      for (JsonNode each : found) {
        if (!each.path("pinned").asBoolean(false) && !each.path("injected").asBoolean(false)) {
          add(
              packages,
              JsonText.text(each, "package"),
              JsonText.text(each, "version"),
              JsonText.text(each, "latest_version"));
        }
      }
      return Either.right(AnnouncedWork.of(packages));
    }
  },

  /** {@code brew outdated --json=v2}: what is pinned stays, and is left out. */
  BREW_OUTDATED {
    @Override
    Either<String, AnnouncedWork> read(JsonNode root) {
      if (!root.path("formulae").isArray() && !root.path("casks").isArray()) {
        return Either.left("what it prints has neither formulae nor casks");
      }
      List<PackageUpdate> packages = new ArrayList<>();
      for (String kind : List.of("formulae", "casks")) {
        for (JsonNode each : root.path(kind)) {
          if (!each.path("pinned").asBoolean(false)) {
            add(
                packages,
                JsonText.text(each, "name"),
                installed(each.path("installed_versions")),
                JsonText.text(each, "current_version"));
          }
        }
      }
      return Either.right(AnnouncedWork.of(packages));
    }

    /** The newest of them; of casks older versions of brew tell one text. */
    private @Nullable String installed(JsonNode versions) {
      JsonNode last = versions.isArray() ? versions.path(versions.size() - 1) : versions;
      return last.isString() ? last.stringValue() : null;
    }
  };

  abstract Either<String, AnnouncedWork> read(JsonNode root);

  /**
   * Of npm 6 and before, which print nothing where nothing is outdated, blank counts as {@code {}}.
   */
  @Override
  public Either<String, AnnouncedWork> read(String output) {
    if (this == NPM_OUTDATED && output.isBlank()) {
      return Either.right(AnnouncedWork.NOTHING);
    }
    return JsonText.parse(output)
        .flatMap(
            root -> {
              try {
                return read(root);
              } catch (IllegalArgumentException e) {
                return Either.left("what it prints cannot be read: " + e.getMessage());
              }
            });
  }

  private static void add(
      List<PackageUpdate> packages,
      @Nullable String name,
      @Nullable String installed,
      @Nullable String available) {
    if (name == null) {
      throw new IllegalArgumentException("a package has no name");
    }
    packages.add(new PackageUpdate(name, installed, available, null));
  }
}
