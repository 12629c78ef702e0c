"""What every part of the pipeline does the same way: be created, learn into a folder, be loaded from it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

AnyPart = TypeVar("AnyPart", bound="Part")
AnyLearner = TypeVar("AnyLearner", bound="Learner")


class Part(GraphComponent):
    """A part that learns nothing. `config` is the part's section of config.yml over its defaults."""

    def __init__(self, config: Dict[str, Any]) -> None:
        self.config = config

    @classmethod
    def create(
        cls: type[AnyPart],
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnyPart:
        return cls(config)


class Learner(GraphComponent):
    """A part that learns. Subclasses `train`, ending with `keep`, and `restore` what they kept."""

    def __init__(self, config: Dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self.config = config
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls: type[AnyLearner],
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AnyLearner:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[AnyLearner],
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> AnyLearner:
        part = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            part.restore(folder)
        return part

    def restore(self, folder: Path) -> None:
        """Take up what `keep` wrote into `folder`."""
        raise NotImplementedError

    def keep(self, write: Callable[[Path], object]) -> Resource:
        """Have `write` put what was learnt into the model's folder."""
        with self._model_storage.write_to(self._resource) as folder:
            write(folder)
        return self._resource
