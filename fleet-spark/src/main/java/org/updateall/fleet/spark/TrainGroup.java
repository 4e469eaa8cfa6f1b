package org.updateall.fleet.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.updateall.application.fleet.FleetResult;
import org.updateall.application.fleet.TrainFleetSeries;
import org.updateall.domain.fleet.FleetForecast;
import org.updateall.domain.fleet.FleetModel;
import org.updateall.domain.fleet.FleetSeries;

/** On an executor: trains one series, as one machine does for itself. */
record TrainGroup(JobOptions options, Broadcast<SharedPriors> priors, JobCounters counters)
    implements FlatMapGroupsFunction<Row, Row, Row> {

  static final RecordTable<FleetForecast> FORECASTS = new RecordTable<>(FleetForecast.class);
  static final RecordTable<FleetModel> MODELS = new RecordTable<>(FleetModel.class);

  /** Of a forecast and a model, either of which may be absent. */
  static Encoder<Row> encoder() {
    return Encoders.row(
        new StructType()
            .add(DataTypes.createStructField("forecast", FORECASTS.schema(), true))
            .add(DataTypes.createStructField("model", MODELS.schema(), true)));
  }

  @Override
  public Iterator<Row> call(Row key, Iterator<Row> rows) {
    FleetSeries series = options.grouping().series(rows);
    SharedPriors shared = priors.value();
    TrainFleetSeries trainer = Trainers.trainer(shared.asOf());
    long before = System.nanoTime();
    FleetResult result = trainer.train(series, options.fleet(shared.asOf()), shared.table());
    counters.add(result, System.nanoTime() - before);
    return row(result).iterator();
  }

  private static List<Row> row(FleetResult result) {
    @Nullable FleetForecast forecast = result.forecast();
    @Nullable FleetModel model = result.model();
    return forecast == null && model == null
        ? List.of()
        : List.of(
            RowFactory.create(
                forecast == null ? null : FORECASTS.toRow(forecast),
                model == null ? null : MODELS.toRow(model)));
  }
}
