import { longSilence } from '../../../core/deal/evidence/silence';
import { learnedOf } from '../../../core/deal/learned';
import { usualSilence } from '../../../core/deal/norms/usual/usual';
import type { Odds } from '../../../core/goals/chance/open-bets';
import type { BookDeal } from '../../../core/model/book';
import type { Dossier } from '../../../core/model/dossier';
import { formatRecordRef, type RecordRef } from '../../../core/model/record-ref';
import { daysBetween } from '../../../core/value/civil-date';
import { type Explained, explained, read, term } from '../../../core/value/explained';
import type { Instant } from '../../../core/value/instant';
import { ifGiven, isGiven, missing } from '../../../core/value/known';
import {
  dateFigure,
  daysFigure,
  moneyFigure,
  phrase,
  phraseFigure,
  probabilityFigure,
} from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { type Line, line } from '../../../ui/language/line';
import type { Tone } from '../../../ui/pieces/chip';
import { dealSight } from '../deal-sight';
import { guarded } from '../guarded';
import type { NamedRisk, RiskRoom } from '../risks';

/** An open deal of the book that a rule names, with what is known of it in a list. */
export type AttentionView = {
  readonly id: string;
  readonly name: string;
  /** The deal, as an address names it. */
  readonly ref: string;
  readonly facts: readonly Line[];
  readonly risks: readonly NamedRisk[];
};

export type BookAttention = {
  /** The gravest first, and of equally grave ones the largest. */
  readonly deals: readonly AttentionView[];
  /** Open deals that no rule names, as far as a list tells. */
  readonly quiet: number;
};

const GRAVITY: Readonly<Record<Tone, number>> = { risk: 100, watch: 10, plain: 1, good: 0 };

/**
 * The open deals that need a look, by the risk rules in force and by how long the buyer has been silent. A list of deals holds no
 * people, acts or histories: rules that need them are not decided here and name nothing.
 */
export function bookAttention(reading: Reading, odds: Odds, riskRoom: RiskRoom | null): BookAttention {
  const { book } = reading;
  const open = isGiven(book) ? (ifGiven(book.value.open) ?? []) : [];
  const asOf = isGiven(book) ? book.value.asOf : reading.now;
  const deals = open
    .map((deal) => ({ deal, risks: risksIn(deal, reading, asOf, riskRoom) }))
    .filter(({ risks }) => risks.length > 0)
    .map(({ deal, risks }) => ({ deal, risks, weight: risks.reduce((sum, { tone }) => sum + GRAVITY[tone], 0) }))
    .sort(
      (a, b) =>
        b.weight - a.weight || size(b.deal) - size(a.deal) || (a.deal.opportunity.id < b.deal.opportunity.id ? -1 : 1),
    )
    .map(({ deal, risks }) => viewOf(deal, risks, reading, odds));
  return { deals, quiet: open.length - deals.length };
}

function size({ credit }: BookDeal): number {
  return isGiven(credit.amount) ? credit.amount.value.minor : 0;
}

function risksIn(deal: BookDeal, reading: Reading, asOf: Instant, riskRoom: RiskRoom | null): readonly NamedRisk[] {
  const silent = silence(deal, reading);
  const byRule = guarded(() => {
    if (riskRoom === null) return [];
    const dossier = listed(deal, reading.ref, asOf);
    const learned = isGiven(reading.norms) ? learnedOf(reading.norms.value, dossier, reading, null).learned : {};
    return riskRoom(dealSight(dossier, reading, learned), reading.book);
  }, []);
  return silent === null ? byRule : [silent, ...byRule];
}

/** The deal as a list knows it: what only its own page would tell is not read. */
function listed({ opportunity }: BookDeal, { crm, host }: RecordRef, asOf: Instant): Dossier {
  const unread = missing('not-yet-read');
  return {
    ref: { crm, host, kind: 'opportunity', id: opportunity.id },
    opportunity,
    account: unread,
    family: unread,
    lookalikes: unread,
    credits: unread,
    committee: unread,
    activities: unread,
    history: unread,
    competitors: unread,
    quotes: unread,
    team: unread,
    stages: unread,
    asOf,
  };
}

/** The buyer has been silent for longer than won deals had to sit through. That nothing is recorded is not said to be silence. */
function silence({ lastBuyerActOn }: BookDeal, { norms, today }: Reading): NamedRisk | null {
  if (!isGiven(lastBuyerActOn)) return null;
  const days = daysBetween(lastBuyerActOn.value, today);
  const long = longSilence(isGiven(norms) ? usualSilence(norms.value) : undefined);
  if (days <= long.value) return null;
  const own = { asOf: lastBuyerActOn.asOf, sources: [lastBuyerActOn.source] };
  const since = explained(days, daysFigure(days), phrase('deal_days_since_rule'), [], own);
  return {
    rule: 'silence',
    tone: 'watch',
    severity: phrase('panel_risk_medium'),
    answer: explained(
      true,
      phraseFigure(phrase('deal_risk_silence', daysFigure(days), daysFigure(Math.round(long.value)))),
      phrase('panel_attention_silence_rule'),
      [term('deal_days_since', since), term('deal_long_silence', long)],
    ),
  };
}

function viewOf(
  { opportunity, credit }: BookDeal,
  risks: readonly NamedRisk[],
  reading: Reading,
  odds: Odds,
): AttentionView {
  const { id, name, closeDate } = opportunity;
  const { crm, host } = reading.ref;
  const won = odds.get(id)?.won;
  return {
    id,
    name,
    ref: formatRecordRef({ crm, host, kind: 'opportunity', id }),
    facts: [
      ...(isGiven(credit.amount) ? [line('panel_trait', read(credit.amount, moneyFigure(credit.amount.value)))] : []),
      ...(isGiven(closeDate) ? [line('panel_deal_due', read(closeDate, dateFigure(closeDate.value)))] : []),
      ...(won === undefined ? [] : [line('panel_attention_chance', chance(won, reading))]),
    ],
    risks,
  };
}

function chance(won: number, { norms }: Reading): Explained {
  const n = isGiven(norms) ? norms.value.all.n : 0;
  return explained(won, probabilityFigure(won), phrase('panel_attention_chance_rule'), [], {
    sources: [{ kind: 'learned', from: 'closed deals', n }],
  });
}
