import type { Book } from '../../../core/model/book';
import type { CrmProblem } from '../../../core/model/crm-problem';
import type { Rep } from '../../../core/model/person';
import { type RecordRef, VIEWER } from '../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../core/value/instant';
import { ifGiven, type Known } from '../../../core/value/known';
import { ok, problem, type Result } from '../../../core/value/result';
import { block, missingBlock } from '../../known';
import type { CrmFacts, HomeRead } from '../../port';
import { ask, type Round } from '../api/ask';
import type { Client } from '../api/client';
import { childrenOf, type Row, rowOf } from '../api/rows';
import { NOTHING_SEEN, type Seen } from '../api/seen';
import type { Select } from '../api/soql';
import { recordId } from '../ids';
import { ownDeals, sharedDeals } from '../queries/book';
import { quotas } from '../queries/organisation';
import { inRoles, managedBy, ROLES } from '../queries/people';
import { isFresh, type Organisation, setUpOf } from '../set-up';
import { bookFrom } from '../to-core/book/book-of-answers';
import { known, type Rows } from '../to-core/deal/dossier';
import { repsOf, rolesBelow } from '../to-core/people';
import { quotaParts, withForecastTypes, withOwnRecords } from './organisation/forecasts';
import { organisationOf, viewerOf } from './organisation/organisation';
import { ratesWanted, withRates } from './organisation/rates';
import { setUpParts, setUpWanted } from './organisation/set-up-round';
import { fitting } from './slots';

/** Books of people below a manager that one look reads. */
const MOST_BOOKS = 100;

/**
 * A user's own book and, where others work under them - by role, or by the manager that each user names - the books of those. A
 * manager's goals are their own quotas: what the team's add up to is for the roll-up to say.
 */
export async function readHome(
  client: Client,
  ref: RecordRef,
  facts: CrmFacts,
  machineNow: Instant,
): Promise<Result<HomeRead, CrmProblem>> {
  const setUp = setUpOf(facts.setUp);
  const user = ref.id === VIEWER ? facts.user : ref.id;
  const before = isFresh(setUp.organisation, machineNow) ? setUp.organisation : null;
  const start = before ? setUp.seen : NOTHING_SEEN;
  const put = (
    seen: Seen,
    queries: Readonly<Record<string, Select>>,
    resources: Readonly<Record<string, string>> = {},
  ) => ask<string, string>(client, setUp.version, seen, queries, resources);

  const day = civilDateAt(machineNow, before?.zone ?? 'UTC');
  const first = await put(
    start,
    fitting([...(before ? [] : setUpWanted(day)), ['managed', managedBy(user)], ['roles', ROLES]], start),
    { rep: `/sobjects/User/${user}`, ...(before ? {} : setUpParts(facts)) },
  );
  if (!first.ok) return first;
  const { at, bodies, rows } = first.value;
  const body = bodies.rep;
  if (!body?.ok) return problem(body ? body.problem : { kind: 'not-the-crm' });
  const row = rowOf(body.value);
  if (!row) return problem({ kind: 'not-the-crm' });
  // What is in several currencies says so in every record, of which a user's is one.
  const multiCurrency = 'DefaultCurrencyIsoCode' in row || rows.currencies?.ok === true;
  const round = organisationOf(before, first.value, multiCurrency, setUp.organisation);
  const today = civilDateAt(at, round.organisation.zone);

  const role = recordId(row.UserRoleId);
  const roles = role !== undefined && rows.roles?.ok ? rolesBelow(rows.roles.value, role) : [];
  const time = { now: at, today, multiCurrency: round.organisation.multiCurrency };
  const asked = (owners: readonly string[]) =>
    [
      ['own', ownDeals(owners, time)],
      ['quotas', quotas(owners, today, time.multiCurrency)],
      ['shared', sharedDeals(owners, time)],
    ] as const;
  const second = await put(
    round.seen,
    fitting(
      [
        ...asked([user]),
        ['inRoles', roles.length > 0 ? inRoles(roles) : undefined],
        ...ratesWanted(round.organisation, today),
      ],
      round.seen,
    ),
  );
  if (!second.ok) return second;
  const manages = managedFrom(rows.managed, second.value.rows.inRoles, user, at);
  const reps = (ifGiven(manages) ?? []).slice(0, MOST_BOOKS);
  const rated = withRates(round.organisation, second.value.rows, at);

  const ids = reps.map(({ id }) => id);
  const parts = quotaParts(second.value.rows.quotas, rated, today);
  const third =
    ids.length > 0 || Object.keys(parts).length > 0
      ? await put(second.value.seen, ids.length > 0 ? fitting(asked(ids), second.value.seen) : {}, parts)
      : null;
  if (third && !third.ok) return third;
  const last = third?.value;
  const organisation = withForecastTypes(rated, last?.bodies ?? {});
  const of = (round: Pick<Round<string, string>, 'rows'>) => booksFrom(round.rows, organisation, at, today);

  const rep: Rep = { id: user, name: typeof row.Name === 'string' ? row.Name : user };
  const quotaRows = withOwnRecords(second.value.rows.quotas, last?.bodies ?? {});
  const own = of({ rows: { ...second.value.rows, ...(quotaRows && { quotas: quotaRows }) } })(rep);
  if (!own) return problem({ kind: 'feature-off' });
  const team: Known<readonly Book[]> | undefined =
    last && ids.length > 0
      ? block(
          reps.flatMap((one) => of(last)(one) ?? []),
          'Opportunity',
          at,
        )
      : undefined;
  return ok({
    book: team ? { ...own, team } : own,
    facts: {
      ...facts,
      viewer: bodies.user ? viewerOf(bodies.user, facts.user, at) : facts.viewer,
      manages: user === facts.user ? manages : facts.manages,
      zone: organisation.zone,
      setUp: { ...setUp, seen: last?.seen ?? second.value.seen, organisation },
    },
    now: last?.at ?? second.value.at,
  });
}

/** Whom somebody manages: by either tree, whichever can be read. */
function managedFrom(
  managed: Rows | undefined,
  inRoles: Rows | undefined,
  user: string,
  at: Instant,
): Known<readonly Rep[]> {
  const found = [managed, inRoles].flatMap((rows) => (rows?.ok ? [rows.value] : []));
  if (found.length > 0) return block(repsOf(found.flat(), user), 'User', at);
  return managed && !managed.ok
    ? missingBlock(managed.problem, 'User', at)
    : (known(managed, 'User', at) as Known<never>);
}

/** Books of several reps out of the same answers. */
function booksFrom(
  rows: Readonly<Record<string, Rows>>,
  organisation: Organisation,
  at: Instant,
  today: ReturnType<typeof civilDateAt>,
): (rep: Rep) => Book | null {
  const mine = (all: Rows | undefined, rep: Rep): Rows | undefined =>
    all?.ok ? ok(all.value.filter((row) => concerns(row, rep.id))) : all;
  return (rep) =>
    bookFrom(rep, {
      own: mine(rows.own, rep),
      shared: mine(rows.shared, rep),
      quotas: rows.quotas,
      organisation,
      at,
      today,
      before: null,
    });
}

function concerns(row: Row, rep: string): boolean {
  if (recordId(row.OwnerId) === rep) return true;
  return (childrenOf(row, 'OpportunitySplits') ?? []).some(({ SplitOwnerId }) => recordId(SplitOwnerId) === rep);
}
