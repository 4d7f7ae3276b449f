import type { PagePattern } from '../page-pattern';

/** A record in the web client: its address stands in the fragment, and what follows `;` is how the tab looks. */
const RECORD = /^#!?([\w-]{1,50})\/model\/(sale\.opportunity|party\.party)\/([1-9]\d{0,11})(?:;|$)/;

const PATH = /^\/([\w-]{1,50})\/$/;

/** Everything that is ever asked, and nothing that writes: a method of these models that only reads, or one of two general ones. */
const READS =
  /^(?:common\.server\.version|model\.res\.user\.get_preferences|model\.(?:sale\.(?:opportunity(?:\.line)?|sale|line)|party\.(?:party|contact_mechanism|relation\.all|address)|company\.(?:company|employee)|ir\.note|currency\.currency|account\.(?:fiscalyear|invoice(?:\.line)?)|commission(?:\.agent)?)\.(?:search_read|search_count|search|read|fields_get|history_revisions))$/;

/** Tryton's web client, on whatever host the company runs it. */
export const trytonPages: PagePattern = {
  crm: 'tryton',
  hasHost: null,
  recordAt({ protocol, host, pathname, hash }) {
    const [, database, model, id] = RECORD.exec(hash) ?? [];
    if (!/^https?:$/.test(protocol) || !/^\/(?:index\.html)?$/.test(pathname) || id === undefined) return undefined;
    const kind = model === 'party.party' ? 'account' : 'opportunity';
    return { crm: 'tryton', host, kind, id: `${database}.${id}` };
  },
  realmOf: ({ id }) => id.slice(0, id.lastIndexOf('.')),
  relay: {
    allows({ path, body }) {
      try {
        const { id, method, params, ...rest } = JSON.parse(body);
        return (
          PATH.test(path) &&
          Number.isInteger(id) &&
          READS.test(method) &&
          Array.isArray(params) &&
          Object.keys(rest).length === 0
        );
      } catch {
        return false;
      }
    },
    session(path, kept) {
      try {
        const { login, user_id, session } = JSON.parse(kept(`sao_session_${PATH.exec(path)?.[1]}`) ?? '');
        if (typeof session !== 'string') return undefined;
        const bytes = new TextEncoder().encode(`${login}:${user_id}:${session}`);
        return { login, user: String(user_id), authorization: `Session ${btoa(String.fromCharCode(...bytes))}` };
      } catch {
        return undefined;
      }
    },
  },
};
