"""update-all: its backtest on the same series and origins, one series at a time.

  ours.py DIRECTORY ORIGINS

The forecasts are those of a run that tells every series by the errors of the other sources alone (--reference others), as
the table that comes with update-all was learned from these very series. The times are those of a run with that table, as
users have it: the processor time of the whole process, start-up and the learning from all earlier values included, shared
out over the series by the elapsed time of each.
"""
import csv
import json
import os
import re
import subprocess
import sys

from tasks import Clock, write_table

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'bin', 'update-all')


def backtest(directory, origins, output, *options):
    """What backtest printed, and the processor and elapsed seconds that it took."""
    homes = {name: os.path.join(directory, 'xdg') for name in
             ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME')}
    clock = Clock()
    done = subprocess.run(
        [PROGRAM, 'backtest', '--no-color', '--verbose', '--threads', '1', '--last-max', str(origins), '--output', output,
         '--input', os.path.join(directory, 'series.csv.gz'), *options],
        env={**os.environ, **homes}, check=True, text=True, stdout=subprocess.PIPE)
    return done.stdout, clock.read()


def elapsed_by_series(printed):
    """The column TIME of the table of series, by name."""
    rows = re.findall(r'^(\S+) .* ([0-9.]+) s$', printed.split('\n\n')[0], re.MULTILINE)
    return {name: float(seconds) for name, seconds in rows}


def main(directory, origins):
    backtest(directory, origins, os.path.join(directory, 'update-all.csv'), '--reference', 'others')
    printed, (processor, elapsed) = backtest(directory, origins, os.path.join(directory, 'update-all-shipped.csv'))
    with open(os.path.join(directory, 'update-all.csv'), newline='') as table:
        names = [row['series_id'] for row in csv.DictReader(table)]
    by_series = elapsed_by_series(printed)
    share = 1 / sum(by_series.values())
    write_table(os.path.join(directory, 'update-all.times.csv'), ['series_id', 'forecasts', 'processor', 'elapsed'],
                [[name, names.count(name), processor * took * share, elapsed * took * share]
                 for name, took in by_series.items()])
    version = subprocess.run([PROGRAM, '--version'], check=True, text=True, stdout=subprocess.PIPE).stdout.split('\n')[0]
    with open(os.path.join(directory, 'update-all.json'), 'w') as file:
        json.dump({'version': version, 'refused': {}}, file)


if __name__ == '__main__':
    main(sys.argv[1], int(sys.argv[2]))
