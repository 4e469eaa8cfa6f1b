"""How long it takes to learn one series of 365 values from nothing and forecast the next: medians over five series.

  from_nothing.py update-all|darts|statsforecast DIRECTORY

The series are the first 365 values of the first series that are that long, of five sources. Each is learned once untimed;
then the median of up to five times, or of as many as begin within two seconds, is its processor time. What takes longer than
two seconds at once is not repeated.
"""
import csv
import glob
import json
import os
import statistics
import subprocess
import sys

import numpy as np

from tasks import Clock, read_in_order, write_series

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
LENGTH, SERIES, REPETITIONS, ENOUGH = 365, 5, 5, 2
WINDOWS = 20


def chosen(directory):
    by_source = {}
    for one in read_in_order(directory):
        if len(one.values) >= LENGTH:
            by_source.setdefault(one.source, one)
    for one in by_source.values():
        del one.values[LENGTH:], one.timestamps[LENGTH:]
    return list(by_source.values())[:SERIES]


def median(learn, values):
    whole = Clock()
    learn(values)
    first = whole.read()[0]
    seconds = [first] if first > ENOUGH else []
    while not seconds or len(seconds) < REPETITIONS and whole.read()[0] < ENOUGH:
        clock = Clock()
        learn(values)
        seconds.append(clock.read()[0])
    return statistics.median(seconds)


def darts():
    from darts_models import PLAN, PYTHON_UPDATE_ALL, daily, lightgbm, pipeline

    def refitted(values):
        logs = np.log1p(values)
        lightgbm().historical_forecasts(daily(logs), start=-WINDOWS, start_format='position', retrain=True, verbose=False)
        return lightgbm().fit(daily(logs)).predict(1)

    return {
        'Darts, the pipeline with NLinear from 100 values, as the plan lists models': pipeline(PLAN),
        'Darts, the pipeline with LightGBM from 50 values, as the Python update-all chooses': pipeline(PYTHON_UPDATE_ALL),
        f'Darts, LightGBM with a fit before each of the last {WINDOWS} values': refitted,
    }


def statsforecast():
    from statsforecast.utils import ConformalIntervals
    from statsforecast_models import MODELS, TRIO, own

    def conformal(values):
        for name in TRIO:
            model = MODELS[name](season_length=1, prediction_intervals=ConformalIntervals(n_windows=WINDOWS, h=1))
            model.forecast(values, h=1, level=[90])

    return {
        'statsforecast, AutoETS + AutoARIMA + AutoTheta, own intervals':
            lambda values: [own(MODELS[name], values) for name in TRIO],
        f'statsforecast, the three with conformal intervals of {WINDOWS} windows': conformal,
    }


def update_all(directory, series):
    """The pool, in a JVM with its own settings and in one as bin/update-all starts it."""
    path = os.path.join(directory, 'from-nothing', 'series.csv.gz')
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_series(path, series)
    subprocess.run(['mvn', '-q', '-B', '-pl', 'domain,modeling', 'test-compile', '-Djacoco.skip'], cwd=ROOT, check=True)
    folders = [os.path.join(ROOT, module, 'target', kind)
               for module in ('domain', 'modeling') for kind in ('classes', 'test-classes')]
    jars = glob.glob(os.path.join(ROOT, 'cli', 'target', 'update-all', 'lib', '*.jar'))
    made = {}
    for name, settings in (('update-all, the pool', []),
                           ('update-all, the pool in the JVM as bin/update-all starts it', ['-XX:TieredStopAtLevel=1'])):
        printed = subprocess.run(
            ['java', *settings, '-XX:+UseSerialGC', '-cp', ':'.join(folders + jars),
             'org.updateall.modeling.FromNothingBenchmark', path], check=True, text=True, stdout=subprocess.PIPE).stdout
        made[name] = [float(row['seconds']) for row in csv.DictReader(printed.splitlines())]
    return made


def main(name, directory):
    series = chosen(directory)
    if name == 'update-all':
        made = update_all(directory, series)
    else:
        learners = {'darts': darts, 'statsforecast': statsforecast}[name]()
        made = {what: [median(learn, np.array(one.values)) for one in series] for what, learn in learners.items()}
    with open(os.path.join(directory, f'from-nothing-{name}.json'), 'w') as file:
        json.dump({'series': [one.name for one in series], 'seconds': made}, file, indent=1)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
