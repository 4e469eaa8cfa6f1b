"""statsforecast: AutoETS, AutoARIMA, AutoTheta, AutoCES and the mean of the first three.

Each with the intervals of its own and with conformal ones as ConformalIntervals makes them. Those rest on forecasts of
the last n_windows values, each from a model fitted to what is before it. In a rolling evaluation these are the forecasts of
the origins before, so that they are made once here; on its own such an interval takes n_windows + 1 fits.
"""
import numpy as np
import statsforecast
from statsforecast.models import AutoARIMA, AutoCES, AutoETS, AutoTheta

from tasks import LEVEL, Clock, Results, arguments, finite, origins, read_in_order

MODELS = {'ets': AutoETS, 'arima': AutoARIMA, 'theta': AutoTheta, 'ces': AutoCES}
TRIO = ['ets', 'arima', 'theta']
WINDOWS = {'conformal-2': 2, 'conformal': 20}  # the default, and one that can hold 90 %
LEAST = 8  # values before the first window


def own(model, values):
    made = model(season_length=1).forecast(values, h=1, level=[int(100 * LEVEL)])
    return finite([made['mean'][0], made['lo-90'][0], made['hi-90'][0]])


def conformal(point, errors):
    """conformal_distribution: quantiles of the point forecast with each error on either side of it."""
    believed = np.concatenate([point - errors, point + errors])
    return point, np.quantile(believed, (1 - LEVEL) / 2), np.quantile(believed, (1 + LEVEL) / 2)


def conformal_of(points, values, asked, windows):
    """points: those of all origins, by origin."""
    made = []
    for k in asked:
        before = range(max(k - windows, min(points)), k)
        errors = np.array([abs(values[j] - points[j]) for j in before])
        made.append((k, conformal(points[k], errors)))
    return made


def forecast_series(model, values, asked):
    """Own forecasts of all origins, those of the calibration windows before the first one included, and what they took."""
    first = max(min(LEAST, asked[0] - min(WINDOWS.values())), asked[0] - max(WINDOWS.values()))
    calibration = {k: own(model, values[:k]) for k in range(first, asked[0])}
    clock = Clock()
    made = {k: own(model, values[:k]) for k in asked}
    return calibration | made, clock.read()


def add(results, one, values, asked, made, spent):
    """The forecasts of one series with each kind of interval; a conformal one takes as many times longer."""
    points = {k: figures[0] for k, figures in made.items()}
    for kind in results:
        if kind == 'own':
            results[kind].add(one, [(k, made[k]) for k in asked], spent)
        else:
            fits = WINDOWS[kind] + 1
            results[kind].add(one, conformal_of(points, values, asked, WINDOWS[kind]), [fits * each for each in spent])


def forecast_by_all(one, results, most):
    """Adds to the results what each model, and the three together, forecast of one series."""
    values, asked = np.array(one.values), list(origins(len(one.values), most))
    made, spent = {}, {}
    for name, model in MODELS.items():
        try:
            made[name], spent[name] = forecast_series(model, values, asked)
        except Exception as refusal:  # whatever it may be: the series is left out for this model
            for each in results[name].values():
                each.refused[one.name] = f'{type(refusal).__name__}: {refusal}'
            continue
        add(results[name], one, values, asked, made[name], spent[name])
    if all(name in made for name in TRIO):
        mean = {k: np.mean([made[name][k] for name in TRIO], axis=0).tolist() for k in made[TRIO[0]]}
        add(results['trio'], one, values, asked, mean, [sum(spent[name][i] for name in TRIO) for i in (0, 1)])


def main():
    options = arguments(__doc__, ['statsforecast'])
    results = {name: {kind: Results(options.directory, f'statsforecast-{name}-{kind}') for kind in ['own', *WINDOWS]}
               for name in [*MODELS, 'trio']}
    series = read_in_order(options.directory)
    for model in MODELS.values():
        own(model, np.array(series[0].values))
    whole = Clock()
    for one in series:
        if whole.read()[0] > options.budget:
            break
        forecast_by_all(one, results, options.origins)
    for kinds in results.values():
        for each in kinds.values():
            each.write(version=f'statsforecast {statsforecast.__version__}')


if __name__ == '__main__':
    main()
