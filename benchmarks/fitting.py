"""Weights from examples: conditional logit models, fitted by L-BFGS with an L2 penalty. Needs numpy and scipy.

Source: see ``sitegen/analyse/quotes/learned/choice.py``. Always the same on one machine.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sitegen.analyse.quotes.learned.choice import Features

# Weights that are nearer to zero are not kept.
SMALLEST = 0.03

# The alternatives of one choice, and the number of the one that is right.
Group = tuple[list[Features], int]
# The column of each value of each kind of feature.
Columns = dict[tuple[int, str], int]


def _columns(rows: Iterable[Features], fewest: int) -> Columns:
    counts = Counter((kind, value) for row in rows for kind, value in enumerate(row) if value)
    return {feature: number for number, feature in enumerate(f for f, count in counts.items() if count >= fewest)}


def _matrix(rows: Sequence[Features], columns: Columns, width: int) -> Any:
    at_row, at_column = [], []
    for number, row in enumerate(rows):
        for kind, value in enumerate(row):
            column = columns.get((kind, value))
            if column is not None:
                at_row.append(number)
                at_column.append(column)
    return csr_matrix((np.ones(len(at_row)), (at_row, at_column)), shape=(len(rows), width))


def _tables(columns: Columns, values: Any, kinds: int) -> list[dict[str, float]]:
    tables: list[dict[str, float]] = [{} for _ in range(kinds)]
    for (kind, value), number in sorted(columns.items()):
        weight = round(float(values[number]), 2)
        if abs(weight) >= SMALLEST:
            tables[kind][value] = weight
    return tables


def minimized(loss: Callable[[Any], tuple[float, Any]], size: int) -> Any:
    """Return the values at which ``loss``, which gives its gradient as well, is smallest, as scipy's result."""
    result = minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 1000, "maxfun": 2000})
    if not result.success:
        raise SystemExit(f"the weights did not settle: {result.message}")
    return result


def fit_choice(groups: Sequence[Group], penalty: float, fewest: int) -> list[dict[str, float]]:
    """Return the tables of a choice between alternatives of one group each."""
    rows = [row for alternatives, _ in groups for row in alternatives]
    columns = _columns(rows, fewest)
    matrix = _matrix(rows, columns, len(columns))
    sizes = np.array([len(alternatives) for alternatives, _ in groups])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = starts + np.array([number for _, number in groups])
    group = np.repeat(np.arange(len(groups)), sizes)
    observed = np.asarray(matrix[right].sum(0)).ravel()

    def loss(values: Any) -> tuple[float, Any]:
        scores = matrix @ values
        highest = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - highest[group])
        totals = np.add.reduceat(powers, starts)
        likelihood = scores[right] - highest - np.log(totals)
        gradient = matrix.T @ (powers / totals[group]) - observed + penalty * values
        return -likelihood.sum() + 0.5 * penalty * (values @ values), gradient

    result = minimized(loss, len(columns))
    return _tables(columns, result.x, len(rows[0]))


def fit_classes(rows: Sequence[tuple[Features, int]], classes: int, penalty: float, fewest: int) -> dict[str, Any]:
    """Return the bias and the tables of a choice between ``classes``; the first is the reference and weighs nothing."""
    seen = [row for row, _ in rows]
    columns = _columns(seen, fewest)
    width = len(columns) + 1
    matrix = _matrix(seen, columns, width).tolil()
    matrix[:, width - 1] = 1
    matrix = matrix.tocsr()
    right = np.array([side for _, side in rows])
    chosen = np.zeros((len(rows), classes))
    chosen[np.arange(len(rows)), right] = 1

    def loss(flat: Any) -> tuple[float, Any]:
        values = flat.reshape(width, classes)
        scores = matrix @ values
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        odds = powers / powers.sum(1, keepdims=True)
        lost = -np.log(odds[np.arange(len(rows)), right] + 1e-300).sum()
        return lost + 0.5 * penalty * (flat @ flat), (matrix.T @ (odds - chosen) + penalty * values).ravel()

    result = minimized(loss, width * classes)
    values = result.x.reshape(width, classes)
    values -= values[:, :1]
    tables: list[dict[str, list[float]]] = [{} for _ in seen[0]]
    for (kind, value), number in sorted(columns.items()):
        weights = [round(float(weight), 2) for weight in values[number]]
        if max(map(abs, weights)) >= SMALLEST:
            tables[kind][value] = weights
    return {"bias": [round(float(weight), 2) for weight in values[width - 1]], "tables": tables}
