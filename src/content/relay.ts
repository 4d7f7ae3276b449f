import type { PagePattern } from '../crm/page-pattern';
import { type RelayAnswer, type RelayCall, SIGNED_IN } from '../messages/content-call';
import { extension } from './extension';

/** How often the page's storage is looked at for a new session, once one was refused. Milliseconds. */
const LOOK_EVERY = 1000;

const watched: { timer?: ReturnType<typeof setInterval> } = {};

/**
 * Asks the page's own server what the CRM's `page` file allows, with the page's own session. The session is read and made into a header
 * here, goes to the page's origin and nowhere else, and is neither kept nor answered with. With nothing to ask, it only tells who is
 * signed in.
 *
 * @throws what is not allowed, or could not be sent
 */
export async function relay(
  { crm: ours, relay: rules }: PagePattern,
  { crm, path, body, user: whose }: RelayCall,
): Promise<RelayAnswer> {
  const question = body && rules?.question(path, JSON.parse(body));
  if (crm !== ours || !rules || question === undefined) throw new Error();
  const sessionNow = () => rules.session(path, (key) => localStorage.getItem(key));
  const { login = '', user = '', authorization = '' } = sessionNow() ?? {};
  const answer = { status: 401, text: '', date: '', login, user };
  if (question && user && whose === user) {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
        // Without it a refusal makes the browser ask for a password itself.
        'x-requested-with': 'XMLHttpRequest',
      },
      body: question,
      cache: 'no-store',
      redirect: 'manual',
    });
    Object.assign(answer, {
      status: response.status,
      text: await response.text(),
      date: response.headers.get('date') ?? '',
    });
  }
  if (!user || (question && answer.status === 401)) {
    clearInterval(watched.timer);
    watched.timer = setInterval(() => {
      const now = sessionNow()?.authorization;
      if (!now || now === authorization) return;
      clearInterval(watched.timer);
      extension.runtime.sendMessage(SIGNED_IN)?.catch(() => undefined);
    }, LOOK_EVERY);
  }
  return answer;
}
