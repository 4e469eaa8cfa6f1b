"""The section of docs/benchmarks.md that the results make, and the scores in it."""
import csv
import datetime
import importlib.util
import json
import os
import platform
import re
import statistics

import pandas as pd

from tasks import LEVEL, SHARE

BEGIN, END = '<!-- peers: written by benchmarks/peers/run --write -->', '<!-- peers: end -->'
OURS = 'update-all'
# Results by name, the part that made them, and what they are.
ROWS = [
    ('update-all', 'update-all', '**update-all**, the pool'),
    *((f'statsforecast-{model}-{kind}', 'statsforecast', f'statsforecast {title}, {intervals}')
      for model, title in (('ets', 'AutoETS'), ('arima', 'AutoARIMA'), ('theta', 'AutoTheta'), ('ces', 'AutoCES'),
                           ('trio', 'mean of AutoETS, AutoARIMA, AutoTheta'))
      for kind, intervals in (('own', 'own intervals'), ('conformal', 'conformal, 20 windows'),
                              ('conformal-2', 'conformal, 2 windows (default)'))),
    ('r-ets', 'r-ets', 'R forecast ets'),
    ('r-auto-arima', 'r-auto-arima', 'R forecast auto.arima'),
    ('r-theta', 'r-theta', 'R forecast thetaf'),
    *((name, name, f'Darts {title}') for name, title in (
        ('darts-exponential-smoothing', 'ExponentialSmoothing (a season of 7, its default for days)'),
        ('darts-exponential-smoothing-no-season', 'ExponentialSmoothing without season *'),
        ('darts-auto-arima', 'AutoARIMA *'),
        ('darts-prophet', 'Prophet *'),
        ('darts-lightgbm', 'LightGBM, 7 lags *, conformal'),
        ('darts-nlinear', 'NLinear, 14 values *, conformal, fitted once a series'),
        ('darts-pipeline', 'pipeline of the Python update-all (LightGBM from 50 values)'))),
]
ENOUGH = 20  # series that the best peer must have forecast, if any has


class Scoring:
    """eval.py, on some of the series."""

    def __init__(self, path, results, most):
        spec = importlib.util.spec_from_file_location('scoring', path)
        self.eval = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.eval)
        self.eval.horizon = lambda count: min(most, int(SHARE * count))
        self.all = self.eval.load([results])
        self.results, self.scored = results, {}

    def of(self, name, series):
        """The summary of what a side forecast of these series, each of which it scored once."""
        if name not in self.scored:
            forecasts = pd.read_csv(os.path.join(self.results, name + '.csv'), dtype={'series_id': str})
            chosen = self.all[self.all.series_id.isin(forecasts.series_id.unique())]
            self.scored[name] = self.eval.score(forecasts, chosen, LEVEL)
        by_series = self.scored[name]
        scored = self.eval.summary(by_series[by_series.series_id.isin(series)], LEVEL)
        if scored.missing:
            raise ValueError(f'{name}: {scored.missing:.0f} forecasts are missing')
        return scored


def load(results, name):
    with open(os.path.join(results, name + '.json')) as file:
        return json.load(file)


def times(results, name):
    with open(os.path.join(results, name + '.times.csv'), newline='') as table:
        return {row['series_id']: [float(row[column]) for column in ('forecasts', 'processor', 'elapsed')]
                for row in csv.DictReader(table)}


def per_forecast(spent, series, column):
    return sum(spent[name][column] for name in series) / sum(spent[name][0] for name in series)


def compared(results, name, part, scoring):
    """What a row of the table tells, or why there is none."""
    path = os.path.join(results, part + '.run.json')
    if not os.path.exists(path):
        return {'missing': 'not run'}
    ran = load(results, part + '.run')
    if ran['missing']:
        return ran
    spent, ours = times(results, name), times(results, OURS)
    series = list(spent)
    if not series:
        return {'missing': 'no series within its budget'}
    theirs, mine = scoring.of(name, series), scoring.of(OURS, series)
    return {
        'missing': None, 'series': len(series), 'forecasts': int(sum(each[0] for each in spent.values())),
        'refused': len(load(results, name)['refused']), 'scores': theirs, 'peak': ran['peak_bytes'],
        'processor': per_forecast(spent, series, 1), 'elapsed': per_forecast(spent, series, 2),
        'mae': mine.relMAE / theirs.relMAE, 'interval': mine.relIS / theirs.relIS,
        'time': per_forecast(ours, series, 1) / per_forecast(spent, series, 1), 'mine': mine,
    }


def row_text(title, row):
    if row['missing']:
        return f'| {title} | {row["missing"]} |' + ' |' * 9
    scores = row['scores']
    refused = f' ({row["refused"]} refused)' if row['refused'] else ''
    return (f'| {title} | {row["series"]}{refused} | {row["forecasts"]:,} | {scores.relMAE:.3f} | {scores.MASE:.3f} '
            f'| {scores.relIS:.3f} | {100 * scores["cov"]:.1f} % | {milliseconds(row["processor"])} '
            f'| {milliseconds(row["elapsed"])} | {row["peak"] / 1e6:.0f} MB '
            f'| {row["mae"]:.2f} · {row["interval"]:.2f} · {row["time"]:.2g} |')


def milliseconds(seconds):
    return f'{1000 * seconds:.3g} ms' if seconds < 1 else f'{seconds:.3g} s'


def main_table(rows):
    lines = ['| | series | forecasts | relMAE | MASE | relIS | within 90 % | processor, a forecast | elapsed | memory '
             '| ours ÷ theirs: relMAE · relIS · time |', '|---|' + '---:|' * 10]
    return lines + [row_text(title, row) for title, row in rows]


def from_nothing(results):
    """By what was learned: the seconds of each series; and why a part is not there."""
    seconds, missing = {}, {}
    for part in ('update-all', 'statsforecast', 'darts'):
        name = f'from-nothing-{part}'
        if not os.path.exists(os.path.join(results, name + '.run.json')):
            missing[part] = 'not run'
        elif load(results, name + '.run')['missing']:
            missing[part] = load(results, name + '.run')['missing']
        else:
            seconds |= load(results, name)['seconds']
    return seconds, missing


def from_nothing_table(seconds, missing):
    ours = statistics.median(next(iter(seconds.values()))) if OURS not in missing else None
    lines = ['| | median | of the five | times ours |', '|---|---:|---:|---:|']
    for what, each in seconds.items():
        middle = statistics.median(each)
        faster = f'{middle / ours:.3g}' if ours else '–'
        lines.append(f'| {what} | {milliseconds(middle)} | {milliseconds(min(each))} to {milliseconds(max(each))} | {faster} |')
    return lines + [f'| {part} | {reason} | | |' for part, reason in missing.items()]


def verdict(met):
    return 'met' if met else '**missed**'


def medians(seconds, prefix):
    return [statistics.median(each) for what, each in seconds.items() if what.startswith(prefix)]


def verdicts(met):
    """With the JVM's own settings, and as bin/update-all starts it."""
    return '; '.join(verdict(each) for each in met)


def targets(rows, seconds):
    """What was aimed at, and whether it was reached."""
    lines = ['| aimed at | found | |', '|---|---|---|']
    ours, three, pipelines = (medians(seconds, prefix) for prefix in (OURS, 'statsforecast', 'Darts, the pipeline'))
    if ours:
        lines.append(f'| 365 values from nothing in at most 120 ms | {milliseconds(ours[0])}; as bin/update-all starts the JVM, '
                     f'{milliseconds(ours[1])} | {verdicts(each <= 0.12 for each in ours)} |')
    if ours and three:
        lines.append(f'| no slower than statsforecast\'s three | {milliseconds(three[0])} with own intervals (with 20 conformal '
                     f'windows {milliseconds(three[1])}) | {verdicts(each <= three[0] for each in ours)} |')
    if ours and pipelines:
        lines += [f'| 50 times faster than the Darts pipeline with {name} | {theirs / ours[0]:.3g} times; '
                  f'{theirs / ours[1]:.3g} times | {verdicts(theirs >= 50 * each for each in ours)} |'
                  for name, theirs in zip(('NLinear', 'LightGBM'), pipelines)]
    return lines + best_peer(rows)


def best_peer(rows):
    """The peer whose intervals came nearest to ours."""
    ours = rows[0][1]
    peers = [(title, row) for title, row in rows[1:] if not row['missing']]
    peers = [each for each in peers if each[1]['series'] >= ENOUGH] or peers
    if ours['missing'] or not peers:
        return []
    title, row = max(peers, key=lambda each: each[1]['interval'])
    coverage = ours['scores']['cov']
    return [f'| relIS at least 10 % below the best peer\'s, with .89 to .91 within 90 % | {title}: {row["scores"].relIS:.3f}; ours on '
            f'the same {row["series"]} series {row["mine"].relIS:.3f}, {100 * (1 - row["interval"]):.0f} % less; '
            f'{100 * coverage:.1f} % within | {verdict(row["interval"] <= 0.9 and 0.89 <= coverage <= 0.91)} |']


def processor_name():
    with open('/proc/cpuinfo') as file:
        return next((line.split(':')[1].strip() for line in file if line.startswith('model name')), platform.machine())


def versions(results):
    told = {load(results, name)['version'] for name, part, _ in ROWS
            if os.path.exists(os.path.join(results, name + '.json'))}
    return ', '.join(sorted(told))


def section(results, options):
    scoring = Scoring(options.scoring, results, options.origins)
    rows = [(title, compared(results, name, part, scoring)) for name, part, title in ROWS]
    seconds, missing = from_nothing(results)
    with open(os.path.join(os.path.dirname(__file__), 'section.md')) as file:
        template = file.read()
    told = {
        'date': datetime.date.today().isoformat(),
        'machine': f'{processor_name()}, {os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}',
        'versions': versions(results),
        'table': '\n'.join(main_table(rows)),
        'from_nothing': '\n'.join(from_nothing_table(seconds, missing)),
        'targets': '\n'.join(targets(rows, seconds)),
    }
    return re.sub(r'\{(\w+)\}', lambda name: told[name.group(1)], template)


def write(path, section):
    with open(path) as file:
        text = file.read()
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    if not rest or not after:
        raise ValueError(f'{path} has no place for the section: {BEGIN} ... {END}')
    with open(path, 'w') as file:
        file.write(f'{before}{BEGIN}\n{section}{END}{after}')
