package org.updateall.application.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.updateall.domain.exchange.TargetRefused;
import org.updateall.domain.fleet.HostTraits;
import org.updateall.domain.fleet.InMemoryPriorShelf;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorShelf;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.fleet.ProfileSource;
import org.updateall.domain.fleet.SizeClass;
import org.updateall.domain.forecast.MeanPriorLearner;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

class FleetPriorsTest {

  private static final PluginName APT = new PluginName("apt");
  private static final TrainingOptions DEFAULTS = TrainingOptions.defaults();
  private static final PooledPrior HERE = new PooledPrior(9, "mean 60.0");
  private static final PooledPrior EVERYWHERE = new PooledPrior(90, "mean 90.0");
  private static final PriorTable TABLE =
      new PriorTable(
          Instant.EPOCH,
          Map.of(
              new PriorClass(Target.WALL_CLOCK, APT, "debian-12", SizeClass.SMALL),
              HERE,
              new PriorClass(Target.WALL_CLOCK, APT, null, null),
              EVERYWHERE,
              new PriorClass(Target.WALL_CLOCK, null, null, null),
              new PooledPrior(900, "mean 3.0"),
              new PriorClass(Target.CPU_TIME, APT, null, null),
              new PooledPrior(90, "of a later form")));

  private final InMemoryPriorShelf shelf = new InMemoryPriorShelf();
  private int looks;
  private final ProfileSource profiles =
      () -> {
        looks++;
        return new HostTraits("debian-12", 2, 2L << 30);
      };

  private FleetPriors priors() {
    return FleetPriors.of(shelf, new MeanPriorLearner(), profiles, "atlas");
  }

  private static TrainingSeries series(String plugin, HostScope host, int runs) {
    List<Observation> observations =
        IntStream.range(0, runs)
            .mapToObj(i -> new Observation(Instant.ofEpochSecond(i), 10 + i))
            .toList();
    return new TrainingSeries(
        new SeriesKey(new PluginName(plugin), host, Target.WALL_CLOCK), observations, 0);
  }

  private Option<PooledPrior> informed(TrainingSeries series) {
    return Option.of(priors().inform(series, DEFAULTS).prior());
  }

  @Test
  void informsShortSeriesOfThisMachineByItsKind() {
    shelf.keep(TABLE);

    assertEquals(Option.some(HERE), informed(series("apt", HostScope.only("atlas"), 0)));
    assertEquals(Option.some(HERE), informed(series("apt", HostScope.only("atlas"), 19)));
    assertEquals(Option.none(), informed(series("apt", HostScope.only("atlas"), 20)));
  }

  @Test
  void informsOtherHostsByTheWiderKind() {
    shelf.keep(TABLE);

    assertEquals(Option.some(EVERYWHERE), informed(series("apt", HostScope.only("hermes"), 3)));
    assertEquals(Option.some(EVERYWHERE), informed(series("apt", HostScope.everyHost(), 3)));
    assertEquals(0, looks);
  }

  @Test
  void saysNothingOfAPluginByWhatOthersTook() {
    shelf.keep(TABLE);

    assertEquals(Option.none(), informed(series("snap", HostScope.only("atlas"), 3)));
    assertTrue(priors().knows(APT));
    assertFalse(priors().knows(new PluginName("snap")));
  }

  @Test
  void leavesOptionsAloneThatKnowSomething() {
    shelf.keep(TABLE);
    TrainingOptions told = DEFAULTS.withPrior(EVERYWHERE);

    assertEquals(told, priors().inform(series("apt", HostScope.only("atlas"), 3), told));
  }

  @Test
  void saysNothingThatItCannotRead() {
    shelf.keep(TABLE);
    SeriesKey cpu = new SeriesKey(APT, HostScope.only("atlas"), Target.CPU_TIME);

    assertEquals(Option.none(), priors().find(cpu));
  }

  @Test
  void saysNothingWithoutAFleet() {
    TrainingSeries few = series("apt", HostScope.only("atlas"), 3);

    assertEquals(DEFAULTS, priors().inform(few, DEFAULTS));
    assertEquals(DEFAULTS, FleetPriors.none().inform(few, DEFAULTS));
    assertFalse(FleetPriors.none().knows(APT));
  }

  @Test
  void goesOnWithoutWhatIsDamaged() {
    FleetPriors priors =
        FleetPriors.of(new DamagedShelf(), new MeanPriorLearner(), profiles, "atlas");

    assertEquals(DEFAULTS, priors.inform(series("apt", HostScope.only("atlas"), 3), DEFAULTS));
  }

  @Test
  void asksForNothingWhereEverySeriesIsLong() {
    DamagedShelf damaged = new DamagedShelf();
    FleetPriors priors = FleetPriors.of(damaged, new MeanPriorLearner(), profiles, "atlas");

    assertEquals(DEFAULTS, priors.inform(series("apt", HostScope.only("atlas"), 20), DEFAULTS));

    assertEquals(0, damaged.reads);
    assertEquals(0, looks);
  }

  @Test
  void bringsInOnlyWhatThisProgramCanRead() {
    KeepPriors keeping = new KeepPriors(shelf, new MeanPriorLearner());
    PriorTable good =
        new PriorTable(
            Instant.EPOCH, Map.of(new PriorClass(Target.WALL_CLOCK, APT, null, null), HERE));
    Path goodFile = shelf.write(good, Path.of("/good.json"), false).get();
    Path newer = shelf.write(TABLE, Path.of("/newer.json"), false).get();

    assertEquals(Either.right(good), keeping.bringIn(goodFile));
    FileRefused refused = keeping.bringIn(newer).getLeft();
    assertEquals(newer, refused.file());
    assertTrue(refused.remedy().contains("Update update-all"));
    assertTrue(keeping.bringIn(Path.of("/none.json")).isLeft());
    assertEquals(Either.right(Option.some(good)), keeping.current());
    assertTrue(keeping.forget());
    assertEquals(Either.right(Option.none()), keeping.current());
  }

  /** A shelf on which what is kept cannot be read. */
  private static final class DamagedShelf implements PriorShelf {

    private int reads;

    @Override
    public Either<FileRefused, Option<PriorTable>> current() {
      reads++;
      return Either.left(new FileRefused(Path.of("priors.json"), "", "it is damaged", "Mend it."));
    }

    @Override
    public Either<FileRefused, PriorTable> read(Path file) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void keep(PriorTable table) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Either<TargetRefused, Path> write(PriorTable table, Path target, boolean replace) {
      throw new UnsupportedOperationException();
    }
  }
}
