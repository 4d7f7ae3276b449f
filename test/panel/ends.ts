import type { PageCall, PageCalls } from '../../src/messages/page-and-background';
import {
  type PageAnswers,
  type PageClient,
  type PageServer,
  type PortLike,
  pageClient,
  servePage,
} from '../../src/messages/port';

/** What a test's background was asked, in order. */
export type Asked = { readonly call: PageCall; readonly request: unknown };

type Answering = {
  readonly [K in PageCall]?: (request: PageCalls[K][0]) => Promise<PageCalls[K][1]> | PageCalls[K][1];
};

/** Both ends of the real contract between page and background, joined in memory. A call that no answer is given for fails. */
export function joinedEnds(answering: Answering): {
  readonly client: PageClient;
  readonly server: () => PageServer;
  readonly asked: Asked[];
} {
  const asked: Asked[] = [];
  const answers = new Proxy({} as PageAnswers, {
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: undefined }),
    get: (_, call: PageCall) => async (request: unknown) => {
      asked.push({ call, request });
      const answer = answering[call] as ((request: unknown) => unknown) | undefined;
      if (!answer) throw new Error(`nothing answers ${call}`);
      return answer(request);
    },
  });
  let server: PageServer | undefined;
  const client = pageClient(() => {
    const [page, background] = joinedPorts();
    server = servePage(background, answers);
    return page;
  });
  return {
    client,
    server: () => {
      if (!server) throw new Error('the page has not opened its port');
      return server;
    },
    asked,
  };
}

function joinedPorts(): readonly [PortLike, PortLike] {
  const hears: [(message: unknown) => void, (message: unknown) => void] = [() => undefined, () => undefined];
  const end = (own: 0 | 1): PortLike => ({
    // Across contexts only copies travel, and never at once.
    postMessage: (message) => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => hears[own === 0 ? 1 : 0](copy));
    },
    disconnect: () => undefined,
    onMessage: {
      addListener: (hear) => {
        hears[own] = hear;
      },
    },
    onDisconnect: { addListener: () => undefined },
  });
  return [end(0), end(1)];
}

/** Lets everything that is on its way arrive. */
export async function settled(): Promise<void> {
  await new Promise((done) => setTimeout(done, 0));
}
