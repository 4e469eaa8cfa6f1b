package org.updateall.domain.fleet;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.FileRefused;

/** Outputs of trainings in memory. */
public final class InMemoryFleetForecasts implements FleetForecasts {

  private record Output(List<FleetForecast> forecasts, List<PartitionReport> partitions) {}

  private final Map<Path, Output> outputs = new HashMap<>();

  public void put(Path output, List<FleetForecast> forecasts, List<PartitionReport> partitions) {
    outputs.put(output, new Output(List.copyOf(forecasts), List.copyOf(partitions)));
  }

  @Override
  public Either<FileRefused, Long> visit(
      Path output, Target target, Consumer<FleetForecast> eachForecast) {
    return find(output)
        .map(
            found -> {
              List<FleetForecast> wanted =
                  found.forecasts().stream()
                      .filter(each -> each.target().equals(target.wireName()))
                      .sorted(FleetForecast.ORDER)
                      .toList();
              wanted.forEach(eachForecast);
              return (long) wanted.size();
            });
  }

  @Override
  public Either<FileRefused, List<PartitionReport>> partitions(Path output) {
    return find(output).map(Output::partitions);
  }

  private Either<FileRefused, Output> find(Path output) {
    @Nullable Output found = outputs.get(output);
    return found == null
        ? Either.left(new FileRefused(output, "", "there is none", "Run 'update-all fleet train'."))
        : Either.right(found);
  }
}
