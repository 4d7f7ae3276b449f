import { relayOf } from '../crm/pages';
import { type RelayAnswer, type RelayCall, SIGNED_IN } from '../messages/content-call';
import { extension } from './extension';

/** How often the page's storage is looked at for a new session, once one was refused. Milliseconds. */
const LOOK_EVERY = 1000;

const kept = (key: string) => localStorage.getItem(key);
const refused: RelayAnswer = { status: 401, text: '', date: '', user: '', login: '' };
const watched: { timer?: ReturnType<typeof setInterval> } = {};

/**
 * Asks the page's own server what the CRM's `page` file allows, with the page's own session. The session is read and made into a header
 * here, goes to the page's origin and nowhere else, and is neither kept nor answered with; `undefined` for what is not allowed.
 */
export async function relay(request: RelayCall): Promise<RelayAnswer | undefined> {
  const rules = relayOf(request?.crm);
  if (!rules || !(request.body === '' || rules.allows(request))) return undefined;
  const { path, body } = request;
  const session = rules.session(path, kept);
  const authorization = session?.authorization;
  const lost = () => {
    clearInterval(watched.timer);
    watched.timer = setInterval(() => {
      const now = rules.session(path, kept);
      if (!now || now.authorization === authorization) return;
      clearInterval(watched.timer);
      extension.runtime.sendMessage(SIGNED_IN)?.catch(() => undefined);
    }, LOOK_EVERY);
  };
  if (!session) {
    lost();
    return refused;
  }
  const { login, user } = session;
  // With nothing to ask, it is only asked who is signed in.
  if (body === '') return { ...refused, status: 200, user, login };
  if (request.user !== user) return refused;
  const answer = await fetch(path, {
    method: 'POST',
    headers: {
      Authorization: session.authorization,
      'Content-Type': 'application/json',
      // Without it a refusal makes the browser ask for a password itself.
      'X-Requested-With': 'XMLHttpRequest',
    },
    body,
    cache: 'no-store',
    redirect: 'manual',
  });
  if (answer.status === 401) lost();
  return { status: answer.status, text: await answer.text(), date: answer.headers.get('date') ?? '', user, login };
}
