import type { Http } from '../../crm/http';
import type { ContentCall, RelayAnswer, RelayCall } from '../../messages/content-call';
import type { Place } from '../place';

/** What the background asks of the browser to get through to a page. */
export type PageWays = {
  /** Tabs that show a page of this host, in this container, the one in front first. */
  readonly tabsAt: (host: string, container: string) => Promise<readonly number[]>;
  readonly send: (tabId: number, call: ContentCall) => Promise<unknown>;
};

/** The way to a CRM through a page of its own. */
export type Relay = {
  /** Who is signed in there, by id: nothing is asked of the CRM. '' for nobody; null where no page is open to ask through. */
  readonly who: (place: Place) => Promise<string | null>;
  /**
   * Hands what is asked to the content script of a tab there, which checks it once more, and answers with what came back. Rejects where no
   * such tab is open.
   *
   * @param user - in whose session alone it may be asked
   */
  readonly http: (place: Place, user: string) => Http;
};

/** How long a tab may take to say who is signed in, which it knows, and to bring an answer, in milliseconds. */
export type RelayPatience = { readonly who: number; readonly answer: number };

const PATIENCE: RelayPatience = { who: 2_000, answer: 60_000 };

/** The largest answer that is taken from a page, in characters. */
const LONGEST = 50_000_000;

export function relayThrough({ tabsAt, send }: PageWays, patience: RelayPatience = PATIENCE): Relay {
  /** Tabs that said nothing the last time: put to sleep by the browser, or held up by a dialogue of their page. */
  const mute = new Set<number>();
  const heard = async (tab: number, call: ContentCall, within: number): Promise<RelayAnswer | undefined> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<'silence'>((over) => {
      timer = setTimeout(over, within, 'silence');
    });
    const answered = await Promise.race([send(tab, call).catch(() => undefined), silence]);
    clearTimeout(timer);
    if (answered === 'silence') mute.add(tab);
    else mute.delete(tab);
    return answerOf(answered);
  };
  const ask = async (
    { crm, host: place, container }: Place,
    question: Omit<RelayCall, 'crm'>,
  ): Promise<RelayAnswer | null> => {
    const [host = ''] = place.split('#');
    const tabs = [...(await tabsAt(host, container))].sort((a, b) => Number(mute.has(a)) - Number(mute.has(b)));
    const within = question.body === '' ? patience.who : patience.answer;
    for (const tab of tabs) {
      // A tab without our script is passed by: it was open before its host was connected.
      const answer = await heard(tab, { call: 'relay', request: { crm, ...question } }, within);
      if (answer) return answer;
    }
    return null;
  };
  return {
    async who(place) {
      const answer = await ask(place, { path: `/${place.host.split('#')[1] ?? ''}/`, body: '', user: '' });
      return answer === null ? null : answer.user;
    },
    http: (place, user) => ({
      async send({ url, body = '' }) {
        const answer = await ask(place, { path: new URL(url).pathname, body, user });
        if (!answer) throw new Error('no page to ask through');
        const { status, text, date, user: who, login } = answer;
        return { status, text, headers: { date, 'session-user': who, 'session-login': login } };
      },
    }),
  };
}

/** What a content script says is read, not trusted: it lives in somebody else's page. */
function answerOf(answer: unknown): RelayAnswer | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { status, text, date, user, login } = answer as { readonly [K in keyof RelayAnswer]?: unknown };
  return typeof status === 'number' &&
    typeof text === 'string' &&
    text.length <= LONGEST &&
    typeof date === 'string' &&
    typeof user === 'string' &&
    typeof login === 'string'
    ? { status, text, date, user, login }
    : undefined;
}

/** A relay whose calls go through the gate. */
export function relayedBy(relay: Relay, out: (http: Http) => Http): Relay {
  return { ...relay, http: (place, user) => out(relay.http(place, user)) };
}
