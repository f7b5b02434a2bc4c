"""Opens GraphML files with igraph or networkx and prints what they found.

peer.py igraph|networkx FILE...   one JSON object a file, on a line
peer.py ... --save FILE           writes the last one again with the same tool
"""
import json
import math
import sys
import warnings

warnings.simplefilter("ignore")


def plain(value):
    if isinstance(value, float):
        return None if math.isnan(value) else repr(value)
    if value in (None, ""):
        return None
    return str(value)


def named(attributes):
    pairs = {str(k): plain(v) for k, v in attributes.items()}
    return {k: v for k, v in sorted(pairs.items()) if v is not None}


def with_igraph(path, save):
    import igraph

    g = igraph.Graph.Read_GraphML(path)
    if save:
        g.write_graphml(save)
    name = g.vs["id"] if "id" in g.vs.attributes() else []
    return {
        "nodes": {name[v.index]: named({k: x for k, x in v.attributes().items() if k != "id"}) for v in g.vs},
        "edges": [[name[e.source], name[e.target], named({k: x for k, x in e.attributes().items() if k != "id"})] for e in g.es],
        "graph": named({k: g[k] for k in g.attributes()}),
        "directed": g.is_directed(),
    }


def with_networkx(path, save):
    import networkx

    g = networkx.read_graphml(path, force_multigraph=True)
    if save:
        networkx.write_graphml(g, save)
    return {
        "nodes": {n: named(d) for n, d in g.nodes(data=True)},
        "edges": [[a, b, named(d)] for a, b, d in g.edges(data=True)],
        "graph": named({k: v for k, v in g.graph.items() if not k.endswith("_default")}),
        "directed": g.is_directed(),
    }


tools = {"igraph": with_igraph, "networkx": with_networkx}
files, save = sys.argv[2:], None
if "--save" in files:
    save = files[files.index("--save") + 1]
    files = files[: files.index("--save")]
try:
    __import__(sys.argv[1])
except ImportError:
    sys.exit(77)
for f in files:
    print(json.dumps(tools[sys.argv[1]](f, save if f == files[-1] else None), sort_keys=True))
