"""Darts: single models as they come, and the pipeline of the plan and of the Python update-all.

A series is indexed by one day per run, as Darts needs equal steps. Local models (exponential smoothing, AutoARIMA,
Prophet) bring intervals of their own, which are used: the conformal wrapper takes global models only. Global models
(LightGBM, NLinear) are fitted to the first four fifths and wrapped by ConformalNaiveModel, calibrated on the rest. NLinear
takes seconds a fit and is fitted once a series, before the first forecast; everything else anew before each.
"""
import logging
import warnings

import darts
import numpy as np
import pandas as pd
from darts import TimeSeries, models

from tasks import LEVEL, Results, arguments, measure, read_in_order

warnings.filterwarnings('ignore')
logging.disable(logging.ERROR)

QUANTILES = [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]
SAMPLES = 500
SEED = 42
CALIBRATION = 0.2
QUIET = {'accelerator': 'cpu', 'enable_progress_bar': False, 'enable_model_summary': False, 'logger': False,
         'enable_checkpointing': False}


def daily(values):
    days = pd.date_range('2020-01-01', periods=len(values), freq='D')
    return TimeSeries.from_times_and_values(days, np.asarray(values))


def sampled(model):
    """A local model: its point forecast, and quantiles of what it draws."""
    def forecast(values):
        fitted = model().fit(daily(values))
        drawn = fitted.predict(1, num_samples=SAMPLES).all_values().ravel()
        return fitted.predict(1).values()[0, 0], np.quantile(drawn, QUANTILES[0]), np.quantile(drawn, QUANTILES[2])
    return forecast


def auto_arima(values):
    fitted = models.AutoARIMA(quantiles=QUANTILES).fit(daily(values))
    lower, point, upper = fitted.predict(1, predict_likelihood_parameters=True).values()[0]
    return point, lower, upper


class FittedOnce:
    """A global model in the conformal wrapper, fitted to a series when it is first seen and not again as it grows."""

    def __init__(self, model, dtype):
        self.model, self.dtype = model, dtype
        self.seen = np.array([np.nan])

    def __call__(self, values):
        if not np.array_equal(values[:len(self.seen)], self.seen):
            self.seen = values.copy()
            self.held_out = max(1, int(CALIBRATION * len(values)))
            fitted = self.model().fit(daily(values[:-self.held_out].astype(self.dtype)))
            self.wrapped = models.ConformalNaiveModel(fitted, quantiles=QUANTILES, cal_length=self.held_out)
        return interval(self.wrapped, daily(values.astype(self.dtype)))


def interval(wrapped, series):
    lower, point, upper = wrapped.predict(
        1, series=series, predict_likelihood_parameters=True, show_warnings=False).values()[0]
    return point, lower, upper


def lightgbm():
    return models.LightGBMModel(lags=7, output_chunk_length=1, random_state=SEED, verbose=-1)


def nlinear():
    return models.NLinearModel(input_chunk_length=14, output_chunk_length=1, random_state=SEED, pl_trainer_kwargs=QUIET)


def without_season():
    return models.ExponentialSmoothing(seasonal=None, random_state=SEED)


def prophet():
    return models.Prophet(random_state=SEED)


def arima():
    return models.AutoARIMA()


PYTHON_UPDATE_ALL = [(50, lightgbm), (30, prophet), (20, arima), (5, without_season)]
PLAN = [(100, nlinear)] + PYTHON_UPDATE_ALL


def pipeline(choice):
    """The whole way: outliers out (3 standard deviations), log1p, to 0..1, the model by the number of values, the last fifth
    forecast from what is before it in one go, its absolute errors as half-width of the interval, and fitted anew to all."""
    def forecast(values):
        deviation = np.std(values, ddof=1)
        kept = values[np.abs(values - np.mean(values)) <= 3 * deviation] if deviation > 0 else values
        logs = np.log1p(kept)
        low, span = logs.min(), (logs.max() - logs.min()) or 1.0
        scaled = (logs - low) / span
        least, model = next(each for each in choice if len(kept) >= each[0])
        series = daily(scaled.astype(np.float32))
        validation = max(1, int(CALIBRATION * len(kept)))
        half = None
        if len(kept) - validation >= least:
            ahead = model().fit(series[:-validation]).predict(validation).values().ravel()
            half = np.quantile(np.abs(scaled[-validation:] - ahead), LEVEL)
        point = model().fit(series).predict(1).values()[0, 0]
        half = 0.2 * abs(point) if half is None else half
        return [np.expm1((bound * span) + low) for bound in (point, point - half, point + half)]
    return forecast


MODELS = {
    'darts-exponential-smoothing': sampled(lambda: models.ExponentialSmoothing(random_state=SEED)),
    'darts-exponential-smoothing-no-season': sampled(without_season),
    'darts-auto-arima': auto_arima,
    'darts-prophet': sampled(prophet),
    'darts-lightgbm': lambda values: FittedOnce(lightgbm, np.float64)(values),
    'darts-nlinear': FittedOnce(nlinear, np.float32),
    'darts-pipeline': pipeline(PYTHON_UPDATE_ALL),
}


def main():
    options = arguments(__doc__, MODELS)
    results = Results(options.directory, options.name)
    measure(results, MODELS[options.name], read_in_order(options.directory), options.budget, options.origins)
    results.write(version=f'Darts {darts.__version__}')


if __name__ == '__main__':
    main()
