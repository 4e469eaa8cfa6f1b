"""Runs update-all and its peers on the same series and origins, each pinned to one processor, and makes the table.

Results stay in target/peers/results, so that --only NAME runs one peer again and leaves the others as they were.
"""
import argparse
import concurrent.futures
import json
import os
import queue
import shutil
import subprocess
import sys

import table
from tasks import MOST, origins, read, stratified, write_series

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(ROOT, 'target', 'peers')
RESULTS = os.path.join(WORK, 'results')
ONE_THREAD = {name: '1' for name in ('OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'NUMBA_NUM_THREADS')}

# What is run, and how many budgets of processor time it may take.
BUDGETS = {
    'update-all': 1, 'from-nothing-update-all': 1,
    'statsforecast': 3, 'from-nothing-statsforecast': 1,
    'darts-exponential-smoothing': 1, 'darts-exponential-smoothing-no-season': 1, 'darts-auto-arima': 1, 'darts-prophet': 1,
    'darts-lightgbm': 1, 'darts-nlinear': 1, 'darts-pipeline': 1, 'from-nothing-darts': 1,
    'r-ets': 1, 'r-auto-arima': 1, 'r-theta': 1,
}


def command(name, budget, most):
    """How a part is run; budget is in seconds."""
    def python(script, *rest):
        return [sys.executable, os.path.join(HERE, script), *rest]

    if name == 'update-all':
        return python('ours.py', RESULTS, str(most))
    if name.startswith('from-nothing-'):
        return python('from_nothing.py', name.removeprefix('from-nothing-'), RESULTS)
    if name.startswith('r-'):
        return ['Rscript', os.path.join(HERE, 'forecast.R'), name, RESULTS, str(budget), str(most)]
    script = 'statsforecast_models.py' if name == 'statsforecast' else 'darts_models.py'
    return python(script, name, RESULTS, '--budget', str(budget), '--origins', str(most))


def missing(name):
    """Why a part cannot be run here, or nothing."""
    if name.startswith('r-'):
        if not shutil.which('Rscript'):
            return 'Rscript is not there (Debian: r-cran-forecast)'
        if subprocess.run(['Rscript', '-e', 'library(forecast)'], capture_output=True).returncode:
            return 'R has no package forecast (Debian: r-cran-forecast)'
    for library in ('darts', 'statsforecast'):
        if library in name and not os.path.exists(os.path.join(WORK, f'requirements-{library}.installed')):
            return 'pip: ' + last_line(os.path.join(WORK, f'requirements-{library}.log'))
    return None


def last_line(path):
    with open(path, errors='replace') as log:
        lines = [line.strip() for line in log if line.strip()]
    return lines[-1] if lines else 'no reason told'


def ended(code, log):
    """Why a part has no results, by its exit code and what it said last; or nothing."""
    if code < 0:
        return f'ended by signal {-code}'
    return last_line(log) if code else None


def run(name, processors, options):
    reason = missing(name)
    if reason is None:
        processor = processors.get()
        log = os.path.join(RESULTS, name + '.log')
        with open(log, 'w') as out:
            process = subprocess.Popen(
                command(name, 60 * options.budget * BUDGETS[name], options.origins), stdout=out, stderr=subprocess.STDOUT,
                env={**os.environ, **ONE_THREAD}, preexec_fn=lambda: os.sched_setaffinity(0, {processor}))
            _, status, used = os.wait4(process.pid, 0)
        processors.put(processor)
        reason = ended(os.waitstatus_to_exitcode(status), log)
        note = {'peak_bytes': 1024 * used.ru_maxrss, 'processor_seconds': used.ru_utime + used.ru_stime}
    else:
        note = {}
    with open(os.path.join(RESULTS, name + '.run.json'), 'w') as file:
        json.dump({'missing': reason, **note}, file)
    print(f'{name}: {reason or "done"} {note}', file=sys.stderr, flush=True)


def prepare(options):
    """Writes the series to be forecast, unless those of the last run are the same."""
    chosen = [one for one in stratified(read(options.directory)) if len(origins(len(one.values))) > 0]
    chosen = chosen[:options.series or len(chosen)]
    told = {'series': [[one.name, len(one.values)] for one in chosen], 'origins': options.origins}
    path = os.path.join(RESULTS, 'tasks.json')
    if os.path.exists(path):
        with open(path) as file:
            if json.load(file) == told:
                return
        shutil.rmtree(RESULTS)
    os.makedirs(RESULTS, exist_ok=True)
    write_series(os.path.join(RESULTS, 'series.csv.gz'), chosen)
    with open(path, 'w') as file:
        json.dump(told, file)


def parse():
    parser = argparse.ArgumentParser(prog='benchmarks/peers/run', description=__doc__)
    parser.add_argument('directory', nargs='?', metavar='DATA-DIR', default=os.path.join(ROOT, '..', 'shared', 'data', 'dev'),
                        help='tables of series (default: ../shared/data/dev); eval.py lies beside it')
    parser.add_argument('--series', type=int, metavar='N', help='so many series, of each source about its share (default: all)')
    parser.add_argument('--origins', type=int, metavar='N', default=MOST, help='forecasts of a series at most (default: 30)')
    parser.add_argument('--budget', type=float, metavar='MINUTES', default=10,
                        help='minutes of processor time that a peer may take; what it has not begun then is left out')
    parser.add_argument('--jobs', type=int, metavar='N', default=1, help='how many at a time, each on a processor of its own')
    parser.add_argument('--only', nargs='*', choices=sorted(BUDGETS), metavar='NAME',
                        help=f'these alone, and without a NAME the table alone: {", ".join(BUDGETS)}')
    parser.add_argument('--write', action='store_true', help='put the table into docs/benchmarks.md')
    options = parser.parse_args()
    if not os.path.isdir(options.directory):
        parser.error(f'{options.directory} is not there; give a folder of tables series_id,timestamp,value,metric,source')
    options.scoring = os.path.join(options.directory, '..', 'eval.py')
    if not os.path.exists(options.scoring):
        parser.error(f'{options.scoring} is not there; it scores the forecasts')
    return options


def main():
    options = parse()
    prepare(options)
    processors = queue.SimpleQueue()
    for processor in sorted(os.sched_getaffinity(0))[:options.jobs]:
        processors.put(processor)
    with concurrent.futures.ThreadPoolExecutor(processors.qsize()) as lanes:
        parts = BUDGETS if options.only is None else options.only
        list(lanes.map(lambda name: run(name, processors, options), parts))
    section = table.section(RESULTS, options)
    print(section)
    if options.write:
        table.write(os.path.join(ROOT, 'docs', 'benchmarks.md'), section)


if __name__ == '__main__':
    main()
