import type { Block, Figure, List } from '../model/page-content.js';
import { type FlowNode, leaf, type NodeContext } from './flow-node.js';
import type { LayoutNode } from './galley.js';
import { pictureOf } from './pictures.js';
import { placeholderOf } from './placeholder.js';
import { cellLeaf } from './table-cells.js';
import { ruled, tableNodes } from './table-layout.js';

const SET_OFF = 13;

/** Turns blocks into pdfmake nodes, one for each piece that may be parted from its neighbours. */
export function nodesOf(blocks: readonly Block[], context: NodeContext, left = 0): FlowNode[] {
  return blocks.flatMap((block) => nodesOfBlock(block, context, left));
}

function nodesOfBlock(block: Block, context: NodeContext, left: number): FlowNode[] {
  switch (block.type) {
    case 'paragraph':
      return [plain(leaf(block, context, left))];
    case 'list':
      return listNodes(block, context, left);
    case 'group': {
      const inset = block.role === 'quotation' || block.role === 'postscript' ? SET_OFF : 0;
      return setOff(nodesOf(block.blocks, context, left + inset), block.role === 'plain' ? 0 : SET_OFF / 2);
    }
    case 'table':
      return tableNodes(block, context, left);
    case 'figure':
      return figureNodes(block, context, left);
  }
}

/** The items of a list; the white round one that is set off swallows that of its neighbours, as that of paragraphs does. */
function listNodes(list: List, context: NodeContext, left: number): FlowNode[] {
  const space = list.setOff === true ? SET_OFF / 2 : 0;
  const above = Math.max(0, space - context.below.after);
  const nodes = setOff(
    list.items.flatMap((item) => nodesOf(item, context, left)),
    space,
    above,
  );
  if (space > 0) context.below.after = space;
  return nodes;
}

function plain(node: LayoutNode): FlowNode {
  return { node };
}

/** White above the first and below the last node of what is set off. */
function setOff(nodes: FlowNode[], space: number, above = space): FlowNode[] {
  if (space === 0 || nodes.length === 0) return nodes;
  return nodes.map((flow, i) => {
    if (i > 0 && i < nodes.length - 1) return flow;
    const { node } = flow;
    const margin = (node['margin' as keyof LayoutNode] as readonly number[] | undefined) ?? [0, 0, 0, 0];
    const [l = 0, t = 0, r = 0, b = 0] = margin;
    const spaced = [l, i === 0 ? Math.max(t, above) : t, r, i === nodes.length - 1 ? Math.max(b, space) : b];
    return { ...flow, node: { ...node, margin: spaced } };
  });
}

/** A picture with its caption; where the picture is missing, a frame says so and holds its words. */
function figureNodes(figure: Figure, context: NodeContext, left: number): FlowNode[] {
  const picture: LayoutNode =
    figure.image === undefined
      ? {
          table: {
            widths: ['*'],
            body: [[cellLeaf(placeholderOf(figure), context.restyle(context.styles.placeholder))]],
          },
          layout: ruled(0),
          margin: [left + 40, 8, 40, 4],
        }
      : {
          ...pictureOf(figure, figure.image, [
            Math.min(context.measure - left, figure.width ?? Infinity),
            context.depth * 0.75,
          ]),
          alignment: 'center',
          margin: [left, 8, 0, figure.caption.length === 0 ? 10 : 4],
        };
  return [plain(picture), ...nodesOf(figure.caption, context, left)];
}
