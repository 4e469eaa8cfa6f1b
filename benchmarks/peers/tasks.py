"""The forecasts that every side of the comparison makes, and the files in which it hands them back."""
import argparse
import csv
import glob
import gzip
import hashlib
import json
import os
import resource
import time
from dataclasses import dataclass, field

import numpy as np

LEVEL = 0.9
SHARE, MOST = 0.3, 30


@dataclass
class Series:
    name: str
    source: str
    metric: str
    timestamps: list = field(default_factory=list)
    values: list = field(default_factory=list)


def read(directory):
    """All series of the tables in a directory, by name."""
    series = {}
    for path in sorted(glob.glob(os.path.join(directory, '*.csv.gz'))):
        with gzip.open(path, 'rt', newline='') as table:
            for row in csv.DictReader(table):
                name = row['series_id']
                one = series.setdefault(name, Series(name, row['source'], row['metric']))
                one.timestamps.append(row['timestamp'])
                one.values.append(float(row['value']))
    return series


def stratified(series):
    """The series in a fixed order whose every beginning has of each source about its share."""
    by_source = {}
    for one in series.values():
        by_source.setdefault(one.source, []).append(one)
    placed = []
    for same in by_source.values():
        same.sort(key=lambda one: hashlib.sha256(one.name.encode()).hexdigest())
        placed += [((i + 0.5) / len(same), one.source, one) for i, one in enumerate(same)]
    return [one for _, _, one in sorted(placed, key=lambda place: place[:2])]


def write_series(path, chosen):
    """The table that all sides read, the series in the order in which they are to be taken."""
    with gzip.open(path, 'wt', newline='') as table:
        out = csv.writer(table)
        out.writerow(['series_id', 'timestamp', 'value', 'metric', 'source'])
        for one in chosen:
            out.writerows([one.name, when, repr(value), one.metric, one.source]
                          for when, value in zip(one.timestamps, one.values))


def read_in_order(directory):
    """The series of that table, in its order."""
    return list(read(directory).values())


def origins(count, most=MOST):
    """The indexes of the values to be forecast: the last three tenths of a series, at most so many."""
    return range(count - min(most, int(SHARE * count)), count)


class Clock:
    """Processor time of this process and of those it started and waited for, and elapsed time, since a moment."""

    def __init__(self):
        self.begin = self._now()

    def read(self):
        return tuple(now - begin for now, begin in zip(self._now(), self.begin))

    @staticmethod
    def _now():
        spent = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(each.ru_utime + each.ru_stime for each in spent), time.perf_counter()


class Results:
    """What one peer forecast, what each series took, and which series it refused and why."""

    def __init__(self, directory, name):
        self.path = os.path.join(directory, name)
        self.rows, self.times, self.refused = [], [], {}

    def add(self, one, forecasts, spent):
        """forecasts: (origin, (point, lower, upper)) of one series; what is below zero becomes zero, as no value is."""
        for origin, figures in forecasts:
            self.rows.append([one.name, one.timestamps[origin], origin] + [max(0.0, figure) for figure in figures])
        self.times.append([one.name, len(forecasts), *spent])

    def write(self, **about):
        write_table(self.path + '.csv', ['series_id', 'timestamp', 'origin_index', 'point', 'lower', 'upper'], self.rows)
        write_table(self.path + '.times.csv', ['series_id', 'forecasts', 'processor', 'elapsed'], self.times)
        with open(self.path + '.json', 'w') as file:
            json.dump({'refused': self.refused, **about}, file, indent=1)


def write_table(path, header, rows):
    with open(path, 'w', newline='') as table:
        out = csv.writer(table)
        out.writerow(header)
        out.writerows(rows)


def measure(results, forecast, series, budget, most_origins):
    """Forecasts series after series by forecast(values before), until the budget of processor seconds is spent."""
    forecast(np.array(series[0].values))
    whole = Clock()
    for one in series:
        if whole.read()[0] > budget:
            break
        values, clock = np.array(one.values), Clock()
        try:
            made = [(k, finite(forecast(values[:k]))) for k in origins(len(values), most_origins)]
        except Exception as refusal:  # peers refuse in many ways, none of which may end the comparison
            results.refused[one.name] = f'{type(refusal).__name__}: {refusal}'
            continue
        results.add(one, made, clock.read())


def finite(forecast):
    """The forecast as three finite numbers; a peer that gives anything else has refused."""
    figures = [float(figure) for figure in forecast]
    if len(figures) != 3 or not np.all(np.isfinite(figures)):
        raise ValueError(f'no finite forecast: {figures}')
    return figures


def arguments(description, names):
    """What every script of a peer of Python is called with."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('name', choices=sorted(names))
    parser.add_argument('directory', help='where series.csv.gz is and results go')
    parser.add_argument('--budget', type=float, required=True, help='seconds of processor time')
    parser.add_argument('--origins', type=int, default=MOST)
    return parser.parse_args()
