"""Rounds the weights of a network's products to eight bits, and their inputs as
they come, as onnxruntime's quantize_dynamic does."""
import numpy as np
import onnx
from onnx import helper, numpy_helper


def quantise(path, to):
    model = onnx.load(path)
    graph = model.graph
    weights = {w.name: w for w in graph.initializer}
    nodes, new = [], []
    for node in graph.node:
        if node.op_type != 'MatMul' or node.input[1] not in weights:
            nodes.append(node)
            continue
        w = numpy_helper.to_array(weights[node.input[1]])
        scale = np.float32(np.abs(w).max() / 127)
        name = node.output[0]
        new += [numpy_helper.from_array(np.round(w / scale).astype(np.int8), name + '_w'),
                numpy_helper.from_array(np.array(scale), name + '_ws'), numpy_helper.from_array(np.array(0, np.int8), name + '_wz')]
        nodes += [
            helper.make_node('DynamicQuantizeLinear', [node.input[0]], [name + '_x', name + '_xs', name + '_xz']),
            helper.make_node('MatMulInteger', [name + '_x', name + '_w', name + '_xz', name + '_wz'], [name + '_i']),
            helper.make_node('Cast', [name + '_i'], [name + '_f'], to=onnx.TensorProto.FLOAT),
            helper.make_node('Mul', [name + '_xs', name + '_ws'], [name + '_s']),
            helper.make_node('Mul', [name + '_f', name + '_s'], [name]),
        ]
    used = {i for n in nodes for i in n.input}
    keep = [w for w in graph.initializer if w.name in used] + new
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend(keep)
    onnx.checker.check_model(model)
    onnx.save(model, to)
