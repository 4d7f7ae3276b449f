import type { PagePattern } from '../page-pattern';

/** A record in the web client: its address stands in the fragment, and what follows `;` is how the tab looks. */
const RECORD = /^#!?([\w-]{1,50})\/model\/(sale\.opportunity|party\.party)\/([1-9]\d{0,11})(?:;|$)/;

const PATH = /^\/([\w-]{1,50})\/$/;

/** Everything that may be asked, and nothing that writes: of what selling is made of, by methods that only read; and two general ones. */
const READS =
  /^(common\.server\.version|model\.(res\.user\.get_preferences|(sale|party|company|ir\.note|currency|account|commission)(\.[a-z]+(_[a-z]+)*)*\.(search(_read|_count)?|read|fields_get|history_revisions)))$/;

/** Tryton's web client, on whatever host the company runs it. */
export const trytonPages: PagePattern = {
  crm: 'tryton',
  hasHost: null,
  recordAt({ host, pathname, hash }) {
    const [, database, model, id] = RECORD.exec(hash) ?? [];
    if (pathname !== '/' || !id) return undefined;
    return {
      crm: 'tryton',
      host,
      kind: model === 'party.party' ? 'account' : 'opportunity',
      id: `${database}.${id}`,
    };
  },
  relay: {
    question: (path, { method, params }) =>
      PATH.test(path) && READS.test(String(method)) && Array.isArray(params)
        ? JSON.stringify({ id: 0, method, params })
        : undefined,
    session(path, kept) {
      const { login, user_id: user, session } = JSON.parse(kept(`sao_session_${PATH.exec(path)?.[1]}`) ?? '{}');
      return (
        session && {
          login: String(login),
          user: String(user),
          authorization: `Session ${btoa(String.fromCharCode(...new TextEncoder().encode(`${login}:${user}:${session}`)))}`,
        }
      );
    },
  },
};
