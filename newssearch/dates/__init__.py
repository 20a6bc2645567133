"""When: what a date or a period in a question means, from its first moment to its last.

`periods` knows the forms that stand in queries (ISO 8601, "last-week", "36h"), `written`
those that people write ("28 September 2025", "28/9/2025"), with the names of `months`.
"""

from newssearch.dates.periods import (
    TICK,
    Days,
    Instants,
    Period,
    absolute,
    canonical,
    in_wrong_order,
    is_absolute,
    is_period,
    moments,
    objection,
    period,
)

__all__ = [
    "TICK",
    "Days",
    "Instants",
    "Period",
    "absolute",
    "canonical",
    "in_wrong_order",
    "is_absolute",
    "is_period",
    "moments",
    "objection",
    "period",
]
