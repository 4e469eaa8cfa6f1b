package org.updateall.domain.updating;

import org.jspecify.annotations.Nullable;

/**
 * A package that is to be updated, as far as the plugin tells.
 *
 * @param name the package
 * @param installed the version that is there now; absent for one that is new
 * @param available the version that it will have
 * @param downloadBytes what is to be downloaded for it
 */
public record PackageUpdate(
    String name,
    @Nullable String installed,
    @Nullable String available,
    @Nullable Long downloadBytes) {

  /**
   * @throws IllegalArgumentException if a text is empty or holds a control character, or the bytes
   *     are negative
   */
  public PackageUpdate {
    Checks.text("package name", name);
    if (installed != null) {
      Checks.text("installed version", installed);
    }
    if (available != null) {
      Checks.text("available version", available);
    }
    Checks.notNegative("download bytes", downloadBytes);
  }
}
