"""Gives the reader's graph one more output: the states that the ranker of coreference sees.

A weighted mean of the encoder's layers at the first and the last piece of every word, as the
reader's own heads have it with means of their own. Only nodes are added: every weight and every
other output stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

STATES = "states"


def expose(path: Path, weights: Sequence[float]) -> None:
    """Adds the output to the graph in place; one weight for the embedding and for each layer."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    model = onnx.load(str(path))
    graph = model.graph
    remove(graph)
    layers = _layers(graph)
    if len(layers) != len(weights):
        raise ValueError(f"the graph has {len(layers)} states, the weights are for {len(weights)}")
    gather = next(n for n in graph.node if n.op_type == "GatherElements")
    nodes, total = [], ""
    for number, (layer, weight) in enumerate(zip(layers, weights, strict=True)):
        scale = numpy_helper.from_array(np.float32(weight).reshape(1), f"{STATES}_weight_{number}")
        graph.initializer.append(scale)
        nodes.append(helper.make_node("Mul", [layer, scale.name], [f"{STATES}_part_{number}"]))
        if total:
            part = [total, f"{STATES}_part_{number}"]
            nodes.append(helper.make_node("Add", part, [f"{STATES}_sum_{number}"]))
        total = nodes[-1].output[0]
    picked = helper.make_node("GatherElements", [total, gather.input[1]], [f"{STATES}_picked"])
    picked.attribute.extend(gather.attribute)
    nodes.append(picked)
    shape = numpy_helper.from_array(np.array([-1, 768], dtype=np.int64), f"{STATES}_shape")
    graph.initializer.append(shape)
    nodes.append(helper.make_node("Reshape", [f"{STATES}_picked", shape.name], [STATES]))
    for node in nodes:
        node.name = f"{STATES}_{node.output[0]}"
    graph.node.extend(nodes)
    graph.output.append(helper.make_tensor_value_info(STATES, TensorProto.FLOAT, ["words", 768]))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def remove(graph: Any) -> None:
    """Takes an output of an earlier time away again."""
    for items in (graph.output, graph.node, graph.initializer):
        for item in [x for x in items if x.name.startswith(STATES)]:
            items.remove(item)


def _layers(graph: Any) -> list[str]:
    """The embedding's and every layer's last norm, in order: those whose weight is so called."""
    norms = {n.input[1]: n.output[0] for n in graph.node if n.op_type == "LayerNormalization"}
    found = [norms["model.encoder.norm.weight"]]
    while (name := f"model.encoder.layers.{len(found) - 1}.norm2.weight") in norms:
        found.append(norms[name])
    return found
