package org.updateall.application.updating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.PreflightReport;

/**
 * The work of several plugins together.
 *
 * @param packages how many packages those announce that do; absent where none does
 * @param downloadBytes how much they announce to download, likewise
 * @param withoutPackages the plugins with work to do that announce no number
 * @param withoutBytes those that announce no download
 */
public record AnnouncedTotal(
    @Nullable Long packages,
    @Nullable Long downloadBytes,
    List<PluginName> withoutPackages,
    List<PluginName> withoutBytes) {

  public AnnouncedTotal {
    withoutPackages = List.copyOf(withoutPackages);
    withoutBytes = List.copyOf(withoutBytes);
  }

  /** That of these reports, all of plugins that have or may have work to do. */
  static AnnouncedTotal of(List<PreflightReport> reports) {
    List<AnnouncedWork> works = reports.stream().map(PreflightReport::work).toList();
    List<Long> counts =
        works.stream()
            .map(AnnouncedWork::packageCount)
            .filter(count -> count != null)
            .map(Integer::longValue)
            .toList();
    List<Long> bytes =
        works.stream().map(AnnouncedWork::downloadBytes).filter(each -> each != null).toList();
    return new AnnouncedTotal(
        sum(counts),
        sum(bytes),
        reports.stream()
            .filter(each -> each.work().packageCount() == null)
            .map(PreflightReport::plugin)
            .toList(),
        reports.stream()
            .filter(each -> each.work().downloadBytes() == null)
            .map(PreflightReport::plugin)
            .toList());
  }

  private static @Nullable Long sum(List<Long> figures) {
    return figures.isEmpty() ? null : (Long) figures.stream().mapToLong(Long::longValue).sum();
  }
}
