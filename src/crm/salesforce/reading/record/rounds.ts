import type { CrmProblem } from '../../../../core/model/crm-problem';
import type { RecordRef } from '../../../../core/model/record-ref';
import { civilDateAt, type Instant } from '../../../../core/value/instant';
import { ifGiven, isGiven } from '../../../../core/value/known';
import { ok } from '../../../../core/value/result';
import type { CrmFacts, Earlier } from '../../../port';
import { childrenOf, type Row } from '../../api/rows';
import { isCurable, NOTHING_SEEN, type Seen } from '../../api/seen';
import type { Select } from '../../api/soql';
import { recordId } from '../../ids';
import { around, switchedOn, switchedOnOf } from '../../queries/around';
import { ownDeals, sharedDeals } from '../../queries/book';
import { people } from '../../queries/contacts';
import { CURRENCIES, ORGANISATION, periods, quotas, STAGES } from '../../queries/organisation';
import type { Organisation, SetUp } from '../../set-up';
import type { Rows } from '../../to-core/deal/dossier';
import { type Chain, chainParts } from '../chain';
import { companyWanted, dealsOf } from '../company-wanted';
import { quotaParts } from '../organisation/forecasts';
import { ratesWanted } from '../organisation/rates';
import { setUpParts } from '../organisation/set-up-round';
import { fitting, type Wanted } from '../slots';
import {
  ACCOUNT_OF_DEAL,
  accountOf,
  type Carried,
  carriedOver,
  goalsStand,
  lacksDeals,
  lineOfFamily,
  OWNER_OF_DEAL,
} from './carried-over';

/** A look at a deal: what is known before it. */
export type Look = {
  readonly ref: RecordRef;
  readonly facts: CrmFacts;
  readonly earlier: Earlier;
  /** The organisation's set-up, where it is known and fresh. */
  readonly before: Organisation | null;
  readonly setUp: SetUp;
  readonly now: Instant;
};

type Round = {
  readonly queries: Readonly<Record<string, Select>>;
  readonly resources: Readonly<Record<string, string>>;
};

/** Whether an organisation splits, as far as is known. */
const splitsIn = ({ relations }: Seen): boolean => relations.Opportunity?.includes('OpportunitySplits') ?? true;

/** What can be asked before anything of the deal is known: by references to it, within the same call. */
export function firstRound({ ref, facts, earlier, before, setUp, now }: Look): Round & { readonly seen: Seen } {
  const today = civilDateAt(now, before?.zone ?? 'UTC');
  // What was off yesterday may be on today: with the organisation, what is there is found out anew.
  const seen = before ? setUp.seen : NOTHING_SEEN;
  const account = accountOf(earlier.dossier);
  const carried = carriedOver(earlier.dossier, account, now);
  const members = (earlier.dossier && ifGiven(earlier.dossier.committee)) ?? [];
  const committee = members.map(({ contact }) => contact.id);
  const resources: Record<string, string> = {
    deal: `/sobjects/Opportunity/${ref.id}`,
    owner: `/sobjects/User/${OWNER_OF_DEAL}`,
    ...(carried.family ? { account: `/sobjects/Account/${ACCOUNT_OF_DEAL}` } : chainParts(ACCOUNT_OF_DEAL)),
  };
  const hasNone = earlier.dossier?.opportunity.account;
  const all = people(
    ref.id,
    committee,
    // A reference to what is not there would cost the whole question.
    hasNone && 'missing' in hasNone && hasNone.missing === 'not-recorded' ? undefined : ACCOUNT_OF_DEAL,
    seen.fields.Contact,
  );
  if (!before) {
    Object.assign(resources, setUpParts(facts));
    const wanted: Wanted = [
      ['around', around(ref.id, false)],
      ['periods', periods(today)],
      ['currencies', CURRENCIES],
      ['quotas', earlier.wantBook ? quotas([OWNER_OF_DEAL], today, false) : undefined],
      ['people', all],
    ];
    return { seen, queries: fitting(wanted, seen), resources };
  }
  const time = { now, today, multiCurrency: before.multiCurrency };
  const owner = earlier.wantBook ? [OWNER_OF_DEAL] : [];
  const asked = quotas(owner, today, before.multiCurrency);
  const late: Wanted = [
    ...ratesWanted(before, today),
    ['deals', lacksDeals(carried) && account ? dealsOf(lineOfFamily(carried.family, account), before) : undefined],
  ];
  const quota: Wanted = [['quotas', owner.length > 0 ? asked : undefined]];
  const wanted: Wanted = [
    ['around', around(ref.id, true)],
    ['own', owner.length > 0 ? ownDeals(owner, time) : undefined],
    ['shared', owner.length > 0 && splitsIn(seen) ? sharedDeals(owner, time) : undefined],
    ['people', all],
    ...(goalsStand(earlier, now) ? [...late, ...quota] : [...quota, ...late]),
  ];
  return { seen, queries: fitting(wanted, seen), resources };
}

/** What the first round brought, as far as the second hangs on it. */
export type Brought = {
  readonly rows: Readonly<Record<string, Rows | undefined>>;
  readonly deal: Row;
  readonly organisation: Organisation;
  readonly seen: Seen;
  readonly chain: Chain;
  readonly carried: Carried;
  /** Whether references to the deal were filled in. */
  readonly referred: boolean;
  /** Whether the organisation's own record was there. */
  readonly organisationTold: boolean;
  readonly at: Instant;
};

/** What the first round could not ask, or was refused for reasons that are known by now. */
export function secondRound(
  { ref, earlier, before, now }: Look,
  brought: Brought,
): Round & { readonly found: Readonly<Record<string, Rows>> } {
  const { rows, deal, organisation, seen, chain, referred, at } = brought;
  const today = civilDateAt(at, organisation.zone);
  const time = { now: at, today, multiCurrency: organisation.multiCurrency };
  const owner = recordId(deal.OwnerId);
  const owners = earlier.wantBook && owner !== undefined ? [owner] : [];
  const refused = (name: string) => {
    const answer = rows[name];
    return before === null && answer?.ok === false && (isCurable(answer.problem) || mayComeNow(answer.problem));
  };
  const unread = (name: string) => !rows[name] || !referred || refused(name);
  const again = refused('around');
  const company = companyWanted(brought);
  const wanted: Wanted = [
    ['around', again ? around(ref.id, true) : undefined],
    [
      'own',
      owners.length > 0 && unread('own')
        ? ownDeals(owners, time, before || again ? undefined : { id: ref.id, children: switchedOn(ref.id) })
        : undefined,
    ],
    ['more', owners.length === 0 && !before && !again ? switchedOnOf(ref.id) : undefined],
    [
      'quotas',
      owners.length > 0 && unread('quotas') && !(rows.quotas === undefined && goalsStand(earlier, now))
        ? quotas(owners, today, organisation.multiCurrency)
        : undefined,
    ],
    ['periods', refused('periods') ? periods(today) : undefined],
    ['organisation', before === null && !brought.organisationTold ? ORGANISATION : undefined],
    ['stages', before === null && !isGiven(organisation.stages) ? STAGES : undefined],
    ...company.first,
    ['shared', owners.length > 0 && unread('shared') && splitsIn(seen) ? sharedDeals(owners, time) : undefined],
    ...(before ? [] : ratesWanted(organisation, today)),
    [
      'people',
      unread('people')
        ? people(ref.id, contactsOf(aroundOf(rows.around, ref.id)), chain.ids[0], seen.fields.Contact)
        : undefined,
    ],
    ...company.then,
  ];
  const fitted = company.fitted(wanted, seen);
  return {
    queries: fitted,
    resources: {
      ...(!referred && chain.ids[0] !== undefined && chainParts(chain.ids[0])),
      ...quotaParts(rows.quotas, organisation, today),
    },
    found: company.soundsLikeNobody ? { lookalikes: ok([]) } : {},
  };
}

/** What it was to refer to was not there, or the server could not just then. */
const mayComeNow = ({ kind }: CrmProblem): boolean => kind === 'not-found' || kind === 'offline';

/** What hangs on the deal itself, of all that an answer holds. */
export function aroundOf(rows: Rows | undefined, deal: string): Row | undefined {
  return rows?.ok ? rows.value.find(({ Id }) => recordId(Id) === deal) : undefined;
}

function contactsOf(around: Row | undefined): string[] {
  const roles = (around && childrenOf(around, 'OpportunityContactRoles')) ?? [];
  return roles.flatMap(({ ContactId }) => recordId(ContactId) ?? []);
}
