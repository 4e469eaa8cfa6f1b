package org.updateall.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * The commands of the program by their names. Reading a command's annotations costs processor time
 * at every start, so a command line is made with those commands alone that its words can mean.
 */
final class Subcommands {

  private static final String HELP = "help";
  private static final Map<String, Class<?>> ALL = all();

  private Subcommands() {}

  /** Every command, in the order in which help lists them. */
  static Map<String, Class<?>> everyOne() {
    return ALL;
  }

  private static Map<String, Class<?>> all() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand.class);
    commands.put("import", ImportCommand.class);
    commands.put("export", ExportCommand.class);
    commands.put(RecordCommand.NAME, RecordCommand.class);
    commands.put("check", CheckCommand.class);
    commands.put(EstimateCommand.NAME, EstimateCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("train", TrainCommand.class);
    commands.put("history", HistoryCommand.class);
    commands.put("stats", StatsCommand.class);
    commands.put("series", SeriesCommand.class);
    commands.put("plot", PlotCommand.class);
    commands.put("accuracy", AccuracyCommand.class);
    commands.put("report", ReportCommand.class);
    commands.put("metrics", MetricsCommand.class);
    commands.put("backtest", BacktestCommand.class);
    commands.put("forecast", ForecastCommand.class);
    commands.put("reference", ReferenceCommand.class);
    commands.put("fleet", FleetCommand.class);
    commands.put("priors", PriorsCommand.class);
    commands.put("db", DbCommand.class);
    commands.put(DoctorCommand.NAME, DoctorCommand.class);
    commands.put("demo", DemoCommand.class);
    commands.put(CompletionCommand.NAME, CompletionCommand.class);
    commands.put(HELP, CommandLine.HelpCommand.class);
    return commands;
  }

  /**
   * The commands that can be meant: those whose names occur among the words, wherever that is,
   * since a word may also be an option's value. All of them if none does, or if help is asked for,
   * which lists them.
   */
  static Map<String, Class<?>> meantBy(String... words) {
    Map<String, Class<?>> meant = new LinkedHashMap<>(ALL);
    meant.keySet().retainAll(new HashSet<>(List.of(words)));
    return meant.isEmpty() || meant.containsKey(HELP) ? ALL : meant;
  }
}
