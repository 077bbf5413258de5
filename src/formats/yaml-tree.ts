/** The parts of the YAML library that the readers of manifests use: its trees, and what its nodes are. */
export { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
