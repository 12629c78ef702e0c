"""Make Rasa 3.6.21 quick, in the process and not in its files (docs/decisions/002-tuning-rasa.md).

Three things are replaced: the check of an action's answer (Rasa checks its own schema anew on every call),
the timeout of an action call (300 s, with no setting), and the look-up of event classes (a walk over all subclasses).
"""

from __future__ import annotations

import functools
import logging
from typing import Any

logger = logging.getLogger(__name__)

TUNED_VERSION = "3.6.21"


def tune_rasa(action_timeout_s: float) -> bool:
    """Replace the three; False, with a warning, when this is not the Rasa they were measured on."""
    import rasa
    import rasa.core.actions.action as action
    import rasa.shared.core.events as events
    from jsonschema.validators import validator_for

    if rasa.__version__ != TUNED_VERSION:
        logger.warning("Rasa %s is not %s: running it as it comes, slower.", rasa.__version__, TUNED_VERSION)
        return False
    schema = action.RemoteAction.action_response_format_spec()
    checker = validator_for(schema)(schema)

    def validate(self: Any, result: Any) -> bool:
        for error in checker.iter_errors(result):
            raise error
        return True

    action.RemoteAction._validate_action_result = validate  # type: ignore[method-assign]
    action.DEFAULT_REQUEST_TIMEOUT = action_timeout_s  # type: ignore[assignment]
    events.Event.resolve_by_type = staticmethod(functools.lru_cache(None)(events.Event.resolve_by_type))  # type: ignore[method-assign,assignment]
    return True


def silence_rasa() -> None:
    """Drop warnings about deprecated parts of Rasa's own dependencies; ours still show in tests."""
    import rasa.utils.common as common

    common.EXPECTED_WARNINGS += [
        (category, ".*") for category in (DeprecationWarning, PendingDeprecationWarning, FutureWarning)
    ]
