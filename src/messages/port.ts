import type { PageCall, PageCalls, PagePushes } from './page-and-background';

/** What a page's frame and the background hold the two ends of: the browser's own port, or two ends joined in a test. */
export type PortLike = {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(hear: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(hear: () => void): void };
};

/** The port's name: what a page opens and the background listens for. */
export const PAGE_PORT = 'goalside-page';

export type PagePush = keyof PagePushes;

/** A page's end: asks, and hears what is pushed. */
export type PageClient = {
  /** Rejects only where the background could not answer at all: a fault of ours, never the CRM's. */
  call<K extends PageCall>(call: K, request: PageCalls[K][0]): Promise<PageCalls[K][1]>;
  on<K extends PagePush>(push: K, hear: (value: PagePushes[K]) => void): void;
  close(): void;
};

/** How the background answers each call. Requests arrive as they were sent: parse them. */
export type PageAnswers = {
  readonly [K in PageCall]: (request: unknown) => Promise<PageCalls[K][1]>;
};

type Asked = { readonly id: number; readonly call: string; readonly request: unknown };
type Waiting = {
  readonly asked: Asked;
  readonly settle: (answer: unknown) => void;
  readonly fail: (why: Error) => void;
  /** It was asked before, and the port broke. */
  readonly again: boolean;
};

/**
 * A page's end of the contract over a port that may break: the background sleeps and wakes.
 *
 * A port is opened at the first call, and again at the first call after it broke; what was unanswered then is asked once
 * more, and a record that is being watched is watched again, its reading arriving as a push. Nothing here keeps the
 * background awake.
 *
 * @example const client = pageClient(() => browser.runtime.connect({ name: PAGE_PORT }))
 */
export function pageClient(open: () => PortLike): PageClient {
  const waiting = new Map<number, Waiting>();
  const hearers = new Map<string, (value: never) => void>();
  let port: PortLike | null = null;
  let lastId = 0;
  let watched: unknown = null;
  let closed = false;

  const hear = (message: unknown) => {
    if (!isRecord(message)) return;
    if (typeof message.push === 'string') {
      (hearers.get(message.push) as ((value: unknown) => void) | undefined)?.(message.value);
      return;
    }
    const one = typeof message.id === 'number' ? waiting.get(message.id) : undefined;
    if (!one) return;
    waiting.delete(one.asked.id);
    if (message.failed === true) one.fail(new Error(`no answer to ${one.asked.call}`));
    else one.settle(message.answer);
  };

  const connected = (): PortLike => {
    if (port) return port;
    const mine = open();
    port = mine;
    mine.onMessage.addListener(hear);
    mine.onDisconnect.addListener(() => {
      if (port !== mine) return;
      port = null;
      askAgain();
    });
    return mine;
  };

  const send = (one: Waiting): void => {
    waiting.set(one.asked.id, one);
    try {
      const isNew = port === null && lastId > 1;
      const to = connected();
      // Whoever is at the other end now does not know what this page shows.
      if (isNew && one.asked.call !== 'watch') rewatch();
      to.postMessage(one.asked);
    } catch (error) {
      waiting.delete(one.asked.id);
      one.fail(error instanceof Error ? error : new Error(`nobody to ask ${one.asked.call}`));
    }
  };

  const rewatch = () => {
    const isAsked = [...waiting.values()].some(({ asked }) => asked.call === 'watch');
    if (watched === null || isAsked) return;
    const asked = { id: ++lastId, call: 'watch', request: watched };
    send({ asked, settle: (value) => hear({ push: 'reading', value }), fail: () => undefined, again: false });
  };

  /** The port broke while something was unanswered: once more, on a new one; a second break fails it. */
  const askAgain = () => {
    const left = [...waiting.values()];
    waiting.clear();
    if (closed) return;
    for (const one of left) {
      if (one.again) one.fail(new Error(`the background went away during ${one.asked.call}`));
      else waiting.set(one.asked.id, { ...one, again: true });
    }
    for (const one of [...waiting.values()]) send(one);
  };

  return {
    call(call, request) {
      if (call === 'watch') watched = request;
      if (call === 'unwatch') watched = null;
      return new Promise((settle, fail) => {
        const asked = { id: ++lastId, call, request };
        send({ asked, settle: settle as (answer: unknown) => void, fail, again: false });
      });
    },
    on(push, listener) {
      hearers.set(push, listener as (value: never) => void);
    },
    close() {
      closed = true;
      port?.disconnect();
      port = null;
    },
  };
}

/** The background's end. */
export type PageServer = { push<K extends PagePush>(push: K, value: PagePushes[K]): void };

/** Answers a page's calls on one port. What is not a call of the contract is not answered. */
export function servePage(port: PortLike, answers: Partial<PageAnswers>): PageServer {
  const state = { open: true };
  const post = (message: unknown) => {
    if (!state.open) return;
    try {
      port.postMessage(message);
    } catch {
      // The page went away between its question and the answer.
      state.open = false;
    }
  };
  port.onDisconnect.addListener(() => {
    state.open = false;
  });
  port.onMessage.addListener((message) => {
    if (!isRecord(message) || typeof message.id !== 'number' || typeof message.call !== 'string') return;
    const { id, call, request } = message;
    const answer = Object.hasOwn(answers, call) ? answers[call as PageCall] : undefined;
    if (!answer) {
      post({ id, failed: true });
      return;
    }
    const answered = async () => answer(request);
    answered().then(
      (said) => post({ id, answer: said }),
      () => post({ id, failed: true }),
    );
  });
  return { push: (push, value) => post({ push, value }) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
