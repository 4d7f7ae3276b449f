import type { Seat } from '../../../core/buyer/committee/committee';
import { type DealAct, dealActs } from '../../../core/buyer/committee/deal-act';
import type { Engagement, Flow, Touch } from '../../../core/buyer/committee/engagement';
import { daysBy } from '../../../core/deal/evidence/clock';
import type { Dossier } from '../../../core/model/dossier';
import type { CommitteeMember, Contact } from '../../../core/model/person';
import { daysBetween } from '../../../core/value/civil-date';
import { type Answer, type Explained, explained, read, term, unanswered } from '../../../core/value/explained';
import { ifGiven, isGiven } from '../../../core/value/known';
import {
  countFigure,
  dateFigure,
  daysFigure,
  numberFigure,
  type Phrase,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../../core/value/phrase';
import { type Line, line, lineOf } from '../../../ui/language/line';
import type { Tone } from '../../../ui/pieces/chip';
import type { TimelineAct } from '../deal/timeline-view';
import type { DealSight } from '../deal-sight';

/** One act beside a person: how far back in the strip it stands, 0 the strip's start, 1 today. */
export type PersonMark = {
  readonly id: string;
  readonly at: number;
  readonly whose: TimelineAct['whose'];
  readonly hollow: boolean;
};

/** Somebody of the buyer's, and what has passed between them and us. */
export type PersonView = {
  readonly id: string;
  readonly name: string;
  readonly title: string | undefined;
  readonly roles: readonly string[];
  /** Where they are not at the deal's own company. */
  readonly company: Line | null;
  readonly mail: PersonMail | null;
  /** Weight of their word and whether they are for us, where the organisation records it. */
  readonly traits: readonly { readonly tone: Tone; readonly line: Line }[];
  /** Last in, last out, next planned, who does the talking: what there is. */
  readonly touches: readonly Line[];
  readonly marks: readonly PersonMark[];
  /** What the strip shows, in words. */
  readonly says: Phrase;
};

/** Where to write to them: the address, which is the CRM's word, and a link where it is one that can be written to. */
export type PersonMail = { readonly address: string; readonly link: string | null };

/** Days that a person's strip shows. */
const STRIP_DAYS = 120;

/** Everybody with a seat, in the committee's own order. */
export function peopleView(seats: readonly Seat[], { dossier, clock }: DealSight): readonly PersonView[] {
  const { today } = daysBy(clock);
  const { activities, opportunity } = dossier;
  const byPerson = new Map<string, DealAct[]>();
  for (const act of isGiven(activities) ? dealActs(activities.value, opportunity.createdOn, clock) : []) {
    for (const id of act.contactIds) byPerson.set(id, [...(byPerson.get(id) ?? []), act]);
  }
  return seats.map(({ member, roles, engagement }) => {
    const { contact } = member;
    const own = isGiven(engagement) ? { asOf: engagement.asOf, sources: [engagement.source] } : {};
    const acts = byPerson.get(contact.id) ?? [];
    const marks = acts.flatMap(({ id, on, direction, standing }): PersonMark[] => {
      const ago = daysBetween(on, today);
      if (ago < 0 || ago > STRIP_DAYS) return [];
      return [{ id, at: 1 - ago / STRIP_DAYS, whose: WHOSE[direction], hollow: standing !== 'counted' }];
    });
    return {
      id: contact.id,
      name: contact.name,
      title: ifGiven(contact.title),
      roles,
      company: companyOf(contact, dossier),
      mail: mailOf(contact),
      traits: traitsOf(member),
      touches: isGiven(engagement) ? touchesOf(engagement.value, own) : [lineOf(phrase('buyer_acts_not_readable'))],
      marks,
      says: phrase('panel_strip_says', countFigure(marks.length), daysFigure(STRIP_DAYS)),
    };
  });
}

/** Somebody of another company: of the family, by its name. */
function companyOf({ accountId }: Contact, { opportunity: { account }, family }: Dossier): Line | null {
  if (!isGiven(accountId) || !isGiven(account) || accountId.value === account.value.id) return null;
  const found = ifGiven(family)?.members.find(({ id }) => id === accountId.value);
  return found === undefined
    ? line('panel_person_elsewhere')
    : line('panel_person_at', read(accountId, textFigure(found.name)));
}

/** What may stand in an address that a mail program is handed: nothing that would add a subject or another receiver to it. */
const PLAIN_ADDRESS = /^[\w.!#$'*+/=^`{|}~-]+@[\w.-]+$/;

function mailOf({ email }: Contact): PersonMail | null {
  if (!isGiven(email)) return null;
  const address = email.value.trim();
  const [name = '', domain = ''] = address.split('@');
  const link = PLAIN_ADDRESS.test(address) ? `mailto:${encodeURIComponent(name)}@${domain}` : null;
  return address === '' ? null : { address, link };
}

const WHOSE: Readonly<Record<DealAct['direction'], TimelineAct['whose']>> = {
  in: 'buyer',
  out: 'seller',
  together: 'both',
};

const SUPPORT = {
  for: { tone: 'good', name: phrase('panel_support_for') },
  neutral: { tone: 'plain', name: phrase('panel_support_neutral') },
  against: { tone: 'risk', name: phrase('panel_support_against') },
} as const;

/** A trait that the CRM has no field for, or that nobody filled in, is not mentioned; one that is hidden is said to be. */
function traitsOf({ influence, support }: CommitteeMember): PersonView['traits'] {
  const traits: { tone: Tone; line: Line }[] = [];
  if (isGiven(influence)) {
    traits.push({ tone: 'plain', line: line('panel_influence', read(influence, shareFigure(influence.value))) });
  } else if (influence.missing === 'hidden') traits.push({ tone: 'plain', line: line('panel_influence_hidden') });
  if (isGiven(support)) {
    const { tone, name } = SUPPORT[support.value];
    traits.push({ tone, line: line('panel_trait', read(support, phraseFigure(name))) });
  } else if (support.missing === 'hidden') traits.push({ tone: 'plain', line: line('panel_support_hidden') });
  return traits;
}

type Own = { readonly asOf?: Explained['asOf'] & string; readonly sources?: Explained['sources'] };

function touchesOf(engagement: Engagement, own: Own): readonly Line[] {
  const { lastIn, lastOut, next, counts } = engagement;
  if (lastIn === undefined && lastOut === undefined && next === undefined) return [line('panel_no_touch')];
  return [
    ...(lastIn === undefined ? [] : [line('panel_person_in', ago(lastIn, phrase('panel_person_in_rule'), own))]),
    ...(lastOut === undefined ? [] : [line('panel_person_out', ago(lastOut, phrase('panel_person_out_rule'), own))]),
    ...(next === undefined
      ? []
      : [
          line('panel_person_next', explained(next.on, dateFigure(next.on), phrase('panel_person_next_rule'), [], own)),
        ]),
    ...(counts.in + counts.out + counts.together === 0 ? [] : [line('panel_trait', balance(engagement, own))]),
  ];
}

function ago({ days, on }: Touch, rule: Phrase, own: Own): Answer<number> {
  return explained(days, daysFigure(days), rule, [term('panel_act_when', dayRead(on, own))], own);
}

function dayRead(on: Touch['on'], own: Own): Explained<Touch['on']> {
  return explained(on, dateFigure(on), phrase('value_as_read'), [], own);
}

const FLOWS: Readonly<Record<Exclude<Flow, 'none'>, Phrase>> = {
  'two-way': phrase('panel_flow_two_way'),
  'in-only': phrase('panel_flow_in_only'),
  'out-only': phrase('panel_flow_out_only'),
};

/** Who does the talking, in words, and the count behind them. */
function balance({ asymmetry, flow, counts }: Engagement, own: Own): Answer<number> {
  if (asymmetry === undefined || flow === 'none') return unanswered('not-recorded', phrase('panel_no_touch'));
  const count = (n: number) => explained(n, countFigure(n), phrase('panel_flow_count_rule'), [], own);
  return explained(asymmetry, phraseFigure(FLOWS[flow]), phrase('panel_flow_rule', numberFigure(asymmetry, 2)), [
    term('panel_flow_in', count(counts.in)),
    term('panel_flow_out', count(counts.out)),
    term('panel_flow_together', count(counts.together)),
  ]);
}
