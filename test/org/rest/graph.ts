import * as v from 'valibot';
import { Fault } from '../fault';
import type { Tables } from '../table';
import { type Answer, good } from './answer';
import type { Request } from './api';
import { composite } from './composite';

const MOST_GRAPHS = 75;
const MOST_NODES = 500;
const DEEPEST = 15;
const MOST_KINDS = 15;
/** So many graphs that fail end the request. */
const MOST_FAILED = 14;

const Graphs = v.object({
  graphs: v.array(
    v.object({
      graphId: v.string(),
      compositeRequest: v.array(v.looseObject({ method: v.string(), url: v.string(), referenceId: v.string() })),
    }),
  ),
});

/**
 * `composite/graph`: graphs of records to be written, each all or none. Up to 75 of them with up to 500 nodes in all, each at most 15
 * references deep and of 15 different nodes at most; after 14 that fail nothing more is done (REST API Developer Guide, "Composite Graph
 * Limits").
 */
export function graph(body: unknown, route: (request: Request) => Answer, root: string, tables: Tables): Answer {
  const parsed = v.safeParse(Graphs, body);
  if (!parsed.success) throw new Fault(400, 'JSON_PARSER_ERROR', 'The request body is not a composite graph');
  const { graphs } = parsed.output;
  const nodes = graphs.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0);
  if (graphs.length > MOST_GRAPHS)
    throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_GRAPHS} graphs in a request exceeded`);
  if (nodes > MOST_NODES) throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_NODES} nodes in a request exceeded`);
  for (const { graphId, compositeRequest } of graphs) {
    if (depthOf(compositeRequest) > DEEPEST)
      throw new Fault(400, 'INVALID_INPUT', `Maximum depth of ${DEEPEST} exceeded in graph ${graphId}`);
    if (new Set(compositeRequest.map(kindOf)).size > MOST_KINDS)
      throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_KINDS} different nodes exceeded in graph ${graphId}`);
  }
  let failed = 0;
  return good({
    graphs: graphs.map(({ graphId, compositeRequest }) => {
      if (failed >= MOST_FAILED) return { graphId, graphResponse: { compositeResponse: [] }, isSuccessful: false };
      const answer = composite({ allOrNone: true, compositeRequest }, route, root, tables, MOST_NODES);
      const { compositeResponse } = answer.body as {
        readonly compositeResponse: readonly { readonly httpStatusCode: number }[];
      };
      const isSuccessful = compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 400);
      if (!isSuccessful) failed += 1;
      return { graphId, graphResponse: { compositeResponse }, isSuccessful };
    }),
  });
}

type Node = { readonly method: string; readonly url: string; readonly referenceId: string };

/** Nodes are alike where they do the same to records of the same object. */
function kindOf({ method, url }: Node): string {
  return `${method.toUpperCase()} ${/\/sobjects\/(\w+)/.exec(url)?.[1]?.toLowerCase() ?? url}`;
}

/** How many nodes hang on each other at most, each by a reference to the one before. */
function depthOf(nodes: readonly Node[]): number {
  const depths = new Map<string, number>();
  for (const node of nodes) {
    const above = [...JSON.stringify(node).matchAll(/@\{(\w+)[.[]/g)].map(([, name = '']) => depths.get(name) ?? 0);
    depths.set(node.referenceId, 1 + Math.max(0, ...above));
  }
  return Math.max(0, ...depths.values());
}
