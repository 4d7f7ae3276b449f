import * as v from 'valibot';
import { Fault } from '../fault';
import type { Tables } from '../table';
import { type Answer, good } from './answer';
import type { Request } from './api';
import { composite } from './composite';

const MOST_GRAPHS = 75;
const MOST_NODES = 500;

const Graphs = v.object({
  graphs: v.array(
    v.object({
      graphId: v.string(),
      compositeRequest: v.array(v.looseObject({ method: v.string(), url: v.string(), referenceId: v.string() })),
    }),
  ),
});

/** `composite/graph`: graphs of records to be written, each all or none. Up to 75 of them with up to 500 nodes in all. */
export function graph(body: unknown, route: (request: Request) => Answer, root: string, tables: Tables): Answer {
  const parsed = v.safeParse(Graphs, body);
  if (!parsed.success) throw new Fault(400, 'JSON_PARSER_ERROR', 'The request body is not a composite graph');
  const { graphs } = parsed.output;
  const nodes = graphs.reduce((sum, { compositeRequest }) => sum + compositeRequest.length, 0);
  if (graphs.length > MOST_GRAPHS)
    throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_GRAPHS} graphs in a request exceeded`);
  if (nodes > MOST_NODES) throw new Fault(400, 'INVALID_INPUT', `Limit of ${MOST_NODES} nodes in a request exceeded`);
  return good({
    graphs: graphs.map(({ graphId, compositeRequest }) => {
      const answer = composite({ allOrNone: true, compositeRequest }, route, root, tables, MOST_NODES);
      const { compositeResponse } = answer.body as {
        readonly compositeResponse: readonly { readonly httpStatusCode: number }[];
      };
      return {
        graphId,
        graphResponse: { compositeResponse },
        isSuccessful: compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 400),
      };
    }),
  });
}
