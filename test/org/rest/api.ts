import { strike } from '../failures';
import { Fault, notFound } from '../fault';
import type { Organisation } from '../records/organisation';
import { SCHEMA } from '../schema';
import type { Scope } from '../soql/scope';
import { Scope as ScopeOf } from '../soql/scope';
import type { Switches } from '../switches';
import type { Row } from '../table';
import { type Answer, good } from './answer';
import { collections } from './collections';
import { batch, composite } from './composite';
import { type Described, describe } from './describe';
import { graph } from './graph';
import { Cursors, query } from './query';
import { record } from './records';
import { sightOf } from './sight';

/** Versions on offer, oldest first. */
export const VERSIONS = [
  { label: "Spring '26", url: '/services/data/v66.0', version: '66.0' },
  { label: "Summer '26", url: '/services/data/v67.0', version: '67.0' },
] as const;

/** Calls a day that an organisation of this size has. */
const DAILY_LIMIT = 100_000;

/** An address as a person would write it, so that queries can be matched by their words. */
export const writtenOut = (url: string) => {
  try {
    return decodeURIComponent(url.replace(/\+/g, ' '));
  } catch {
    return url;
  }
};

export type Request = {
  readonly method: string;
  /** Without the host, with the query. */
  readonly url: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** One call as a signed-in user makes it. */
export type Call = {
  readonly organisation: Organisation;
  readonly switches: Switches;
  readonly userId: string;
  readonly host: string;
  readonly cursors: Cursors;
  readonly sight: Scope['sight'];
  /** `/services/data/v67.0` */
  readonly root: string;
  readonly now: () => string;
};

/** The REST API of the organisation. One of these serves all users; what each may see is asked of the switches. */
export class Api {
  readonly #cursors = new Cursors();
  readonly #described: Described = new Map();
  #used = 0;

  constructor(
    readonly organisation: Organisation,
    readonly switches: Switches,
    readonly host: string,
    readonly now: () => string,
  ) {}

  get usage(): string {
    return `api-usage=${this.#used}/${DAILY_LIMIT}`;
  }

  /** Answers one HTTP request. A composite one counts once. */
  handle(request: Request, userId: string): Answer {
    this.#used += 1;
    if (this.switches.limitReached) throw new Fault(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    const failure = strike(this.switches.failures, writtenOut(request.url), true);
    if (failure) return failure.answer;
    return this.route(request, userId);
  }

  /** Answers a request or a part of a composite one. */
  route(request: Request, userId: string): Answer {
    const failure = strike(this.switches.failures, writtenOut(request.url), false);
    if (failure) return failure.answer;
    const url = new URL(request.url, `https://${this.host}`);
    const path = decodeURIComponent(url.pathname).replace(/\/$/, '');
    if (path === '/services/data') return good(VERSIONS);
    if (path === '/services/oauth2/userinfo') return good(this.#userInfo(userId));
    if (/^\/id\/\w+\/\w+$/.test(path)) return good(this.#identity(userId));
    const found = /^(\/services\/data\/v(\d+\.\d))(\/.*)?$/.exec(path);
    if (!found || !VERSIONS.some(({ version }) => version === found[2])) throw notFound();
    return this.#resource(this.callOf(userId, found[1]), (found[3] ?? '/').split('/').slice(1), url, request);
  }

  /** A call of a user's. The pages of the organisation show and save what such a call may. */
  callOf(userId: string, root: string = VERSIONS[1].url): Call {
    return {
      organisation: this.organisation,
      switches: this.switches,
      userId,
      host: this.host,
      cursors: this.#cursors,
      sight: sightOf(this.switches, userId, this.organisation),
      root,
      now: this.now,
    };
  }

  #resource(call: Call, [resource = '', ...rest]: string[], url: URL, request: Request): Answer {
    switch (resource) {
      case '':
        return good(resources(call));
      case 'limits':
        return good(this.#limits());
      case 'query':
      case 'queryAll':
        return query(
          call,
          url.searchParams.get('q'),
          rest[0],
          resource === 'queryAll',
          request.headers['sforce-query-options'],
        );
      case 'sobjects': {
        if (rest.length === 0) return good(this.#objects(call));
        const table = ScopeOf.tableOf(call.organisation.tables, call.sight, rest[0] ?? '');
        if (rest[1] === 'describe')
          return describe(table.object, call, request.headers['if-modified-since'], this.#described);
        return record(call, table, rest[1], url, request);
      }
      case 'composite':
        if (request.method !== 'POST' && rest[0] !== 'sobjects')
          throw new Fault(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${request.method}' not allowed. Allowed are POST`);
        if (rest.length === 0)
          return composite(
            request.body,
            (inner) => this.route(inner, call.userId),
            call.root,
            call.organisation.tables,
          );
        if (rest[0] === 'batch') return batch(request.body, (inner) => this.route(inner, call.userId));
        if (rest[0] === 'graph')
          return graph(request.body, (inner) => this.route(inner, call.userId), call.root, call.organisation.tables);
        if (rest[0] === 'sobjects') return collections(call, rest[1], url, request);
        throw notFound();
      default:
        throw notFound();
    }
  }

  #limits(): unknown {
    const limit = (Max: number, used = 0) => ({ Max, Remaining: Max - used });
    return {
      DailyApiRequests: limit(DAILY_LIMIT, this.#used),
      DailyBulkApiBatches: limit(15_000),
      DailyBulkV2QueryJobs: limit(10_000),
      DataStorageMB: limit(10_240, 850),
      FileStorageMB: limit(10_240),
      HourlyTimeBasedWorkflow: limit(1000),
      SingleEmail: limit(5000),
    };
  }

  #objects({ sight }: Call): unknown {
    return {
      encoding: 'UTF-8',
      maxBatchSize: 200,
      sobjects: SCHEMA.filter(({ name }) => sight.seesObject(name)).map(({ name, label, prefix }) => ({
        name,
        label,
        keyPrefix: prefix,
        queryable: true,
        custom: false,
      })),
    };
  }

  #user(userId: string): Row {
    const user = this.organisation.tables.get('user')?.byId(userId);
    if (!user) throw new Fault(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    return user;
  }

  #identity(userId: string): unknown {
    const user = this.#user(userId);
    const id = `https://${this.host}/id/${this.organisation.id}/${userId}`;
    return {
      id,
      user_id: userId,
      organization_id: this.organisation.id,
      username: user.Username,
      display_name: user.Name,
      nick_name: user.FirstName,
      email: user.Email,
      user_type: 'STANDARD',
      language: 'en_US',
      locale: user.LocaleSidKey,
      timezone: user.TimeZoneSidKey,
      urls: {
        rest: `https://${this.host}/services/data/v{version}/`,
        query: `https://${this.host}/services/data/v{version}/query/`,
      },
    };
  }

  #userInfo(userId: string): unknown {
    const user = this.#user(userId);
    return {
      sub: `https://${this.host}/id/${this.organisation.id}/${userId}`,
      user_id: userId,
      organization_id: this.organisation.id,
      preferred_username: user.Username,
      name: user.Name,
      email: user.Email,
      zoneinfo: user.TimeZoneSidKey,
      locale: user.LocaleSidKey,
      user_type: 'STANDARD',
      active: true,
    };
  }
}

function resources({ root, host, organisation, userId }: Call): unknown {
  const names = ['sobjects', 'query', 'queryAll', 'limits', 'composite'];
  return {
    ...Object.fromEntries(names.map((name) => [name, `${root}/${name}`])),
    identity: `https://${host}/id/${organisation.id}/${userId}`,
  };
}
