#!/usr/bin/env python3
"""Writes a trained tagger as an ONNX file for one window at a time, its large matrices in 8 bits.

usage: export.py TAGGER.pt OUT.onnx [--float]

Inputs: pieces, shapes, quotes, spaces (int64 [1, n]) and at (int64 [t], the first piece of each token). Outputs: tags
(float [t, 7]), names (float [t, 9]) and, once vectors.py has fitted them, vectors (float [t, width]). The graph is written by
hand with the fused operators of ONNX Runtime (MIT). Weights keep 7 bits and a sign: the 8-bit products of processors
without VNNI would overflow with more. Word vectors have one scale each. The transitions of the chain are in the metadata.
"""
import argparse
import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MS = "com.microsoft"
LONGEST = 288  # pieces: no window of the product is longer than 256


class Graph:
    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def weight(self, name, value):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind, inputs, outputs=1, domain="", **attributes):
        self.count += 1
        names = [f"{kind}_{self.count}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=f"{kind}_{self.count}", domain=domain, **attributes))
        return names[0] if outputs == 1 else names


def kept_layers(layers):
    """The layers that the vectors are made from; 0 is the embeddings."""
    return 0, layers // 2, layers


def narrow(w, axis):
    """w as int8 in -63 .. 63 with a scale for each row or column along `axis`."""
    scale = np.abs(w).max(axis=1 - axis, keepdims=True) / 63
    scale[scale == 0] = 1
    return np.rint(w / scale).astype(np.int8), scale.squeeze(1 - axis).astype(np.float32)


class Export:
    def __init__(self, weights, plan, whole):
        self.w = {k: v.float().numpy() for k, v in weights.items()}
        self.plan, self.whole, self.g = plan, whole, Graph()

    def linear(self, x, name, bias=True):
        """x @ W.T + b"""
        weight = self.w[name + ".weight"].T
        added = [self.g.weight(name + ".bias", self.w[name + ".bias"])] if bias else []
        if self.whole:
            x = self.g.op("MatMul", [x, self.g.weight(name + ".weight", weight)])
            return self.g.op("Add", [x, *added]) if bias else x
        q, scale = narrow(weight, 1)
        return self.g.op("DynamicQuantizeMatMul", [
            x, self.g.weight(name + ".q", q), self.g.weight(name + ".scale", scale),
            self.g.weight(name + ".zero", np.zeros(len(scale), np.int8)), *added], domain=MS)

    def norm(self, x, name):
        return self.g.op("LayerNormalization", [x, self.g.weight(name + ".weight", self.w[name + ".weight"]),
                                                self.g.weight(name + ".bias", self.w[name + ".bias"])], axis=-1, epsilon=1e-12)

    def words(self):
        g, table = self.g, self.w["encoder.words.weight"]
        if self.whole:
            return self.widened(g.op("Gather", [g.weight("words", table), "pieces"]))
        q, scale = narrow(table, 0)
        row = g.op("Cast", [g.op("Gather", [g.weight("words", q), "pieces"])], to=TensorProto.FLOAT)
        size = g.op("Gather", [g.weight("words.scale", scale[:, None]), "pieces"])
        return self.widened(g.op("Mul", [row, size]))

    def widened(self, x):
        """Word vectors of a lesser rank at the encoder's width."""
        name = "encoder.widen"
        return self.linear(x, name, bias=False) if name + ".weight" in self.w else x

    def layer(self, x, i):
        g, p, at = self.g, self.plan, f"encoder.layers.{i}."
        inside = p["heads"] * p["head"]
        qkv = self.linear(x, at + "qkv")
        q, k, v = g.op("Split", [qkv, g.weight(at + "thirds", np.array([inside] * 3, np.int64))], 3, axis=-1)
        a = g.op("MultiHeadAttention", [q, k, v], domain=MS, num_heads=p["heads"])
        x = self.joined(x, self.linear(a, at + "out"), at + "norm1")
        h = self.linear(x, at + "up")
        h = g.op("Gelu", [h], domain=MS)
        return self.joined(x, self.linear(h, at + "down"), at + "norm2")

    def joined(self, x, y, name):
        return self.g.op("SkipLayerNormalization", [x, y, self.g.weight(name + ".weight", self.w[name + ".weight"]),
                                                    self.g.weight(name + ".bias", self.w[name + ".bias"])], domain=MS, epsilon=1e-12)

    def model(self, metadata):
        g = self.g
        x = self.words()
        for small in "shapes", "quotes", "spaces":
            x = g.op("Add", [x, g.op("Gather", [g.weight(small + ".table", self.w[f"encoder.{small}.weight"]), small])])
        n = g.op("Shape", ["pieces"], start=1, end=2)
        places = g.op("Slice", [g.weight("places", self.w["encoder.places.weight"][:LONGEST]), g.weight("zero", np.zeros(1, np.int64)), n,
                                g.weight("axis", np.zeros(1, np.int64))])
        x = self.norm(g.op("Add", [x, places]), "encoder.norm")
        given = [x]
        for i in range(self.plan["layers"]):
            given.append(self.layer(given[-1], i))
        g.weight("window", np.zeros(1, np.int64))
        rows = {i: g.op("Gather", [g.op("Squeeze", [given[i], "window"]), "at"], axis=0) for i in kept_layers(self.plan["layers"])}
        outputs = []
        for head in [h for h in ("tags", "names", "vectors") if h + ".weight" in self.w]:
            x = g.op("Concat", list(rows.values()), axis=-1) if head == "vectors" else rows[self.plan["layers"]]
            weight = self.w[head + ".weight"]
            if head == "vectors" and not self.whole:
                weight = g.op("Cast", [g.weight(head + ".weight", weight.astype(np.float16))], to=TensorProto.FLOAT)
            else:
                weight = g.weight(head + ".weight", weight)
            g.nodes.append(helper.make_node("Gemm", [x, weight,
                                                     g.weight(head + ".bias", self.w[head + ".bias"])], [head], transB=1))
            outputs.append(helper.make_tensor_value_info(head, TensorProto.FLOAT, ["t", self.w[head + ".bias"].shape[0]]))
        inputs = [helper.make_tensor_value_info(c, TensorProto.INT64, [1, "n"]) for c in ("pieces", "shapes", "quotes", "spaces")]
        inputs.append(helper.make_tensor_value_info("at", TensorProto.INT64, ["t"]))
        model = helper.make_model(helper.make_graph(g.nodes, "tagger", inputs, outputs, g.weights),
                                  opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)], ir_version=9)
        helper.set_model_props(model, metadata)
        return model


def main():
    import torch

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tagger")
    parser.add_argument("out")
    parser.add_argument("--float", dest="whole", action="store_true", help="all in 32 bits, to see what 8 bits cost")
    given = parser.parse_args()
    kept = torch.load(given.tagger, map_location="cpu", weights_only=False)
    w = kept["weights"]
    links = {"steps": (w["steps"]).tolist(), "first": (w["first"]).tolist()}
    model = Export(w, kept["plan"], given.whole).model({k: json.dumps(v) for k, v in links.items()})
    onnx.save(model, given.out)
    print(given.out, len(model.SerializeToString()))


if __name__ == "__main__":
    main()
