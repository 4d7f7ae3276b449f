import type { Credit } from '../../../core/model/book';
import type { Dossier } from '../../../core/model/dossier';
import { type Answer, type Explained, explained, readOr, term } from '../../../core/value/explained';
import { type Given, isGiven, type Known } from '../../../core/value/known';
import type { Money } from '../../../core/value/money';
import {
  type Figure,
  listFigure,
  moneyFigure,
  type Phrase,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../../core/value/phrase';
import { type Line, line } from '../../../ui/language/line';
import type { FigureRow } from '../rows';
import { unknownParts } from '../unknown-parts';

/** Who sells with the rep, and how the deal's credit is shared. */
export type CreditView = {
  /** Each one's part of the whole, and the whole. Empty where the owner has all of it and nobody helps. */
  readonly parts: readonly FigureRow[];
  /** Credited beside the whole: no part of it. */
  readonly overlays: readonly FigureRow[];
  /** Who works on the deal without a credit; what does not add up; what is not known. */
  readonly notes: readonly Line[];
};

/** What a share may be off by its own rounding. */
const ROUNDING = 0.0005;

/** @param viewerId - the person who looks: their own part is "yours", and comes first */
export function creditView({ credits, team, opportunity }: Dossier, viewerId: string | null): CreditView {
  const all = isGiven(credits) ? credits.value : [];
  const yoursFirst = (a: Credit, b: Credit) => Number(b.repId === viewerId) - Number(a.repId === viewerId);
  const parts = all.filter(({ rule }) => rule !== 'overlay').sort(yoursFirst);
  const overlays = all.filter(({ rule }) => rule === 'overlay').sort(yoursFirst);
  const people = namesOf({ team, opportunity }, viewerId);
  const helpers = isGiven(team) ? team.value.filter(({ rep }) => !all.some(({ repId }) => repId === rep.id)) : [];
  const ownerId = isGiven(opportunity.owner) ? opportunity.owner.value.id : undefined;
  const alone = overlays.length === 0 && helpers.length === 0 && parts.every(({ repId }) => repId === ownerId);
  const rowOf = (credit: Credit): FigureRow => ({
    name: people.get(credit.repId) ?? phrase('panel_credit_unnamed'),
    answer: creditAnswer(credit, credits, opportunity.amount),
  });
  return {
    parts: alone ? [] : [...parts.map(rowOf), ...(parts.length > 1 ? [together(parts, credits)] : [])],
    overlays: overlays.map(rowOf),
    notes: [
      ...(helpers.length === 0
        ? []
        : [line('panel_credit_helpers', listFigure(helpers.map(({ rep }) => nameFigure(people.get(rep.id)))))]),
      ...(parts.length > 0 && Math.abs(sumOf(parts) - 1) > ROUNDING
        ? [line('panel_credit_not_whole', together(parts, credits).answer)]
        : []),
      ...unknownParts([
        ...unlessOff({ name: phrase('panel_part_credits'), known: credits }),
        ...unlessOff({ name: phrase('panel_part_team'), known: team }),
      ]),
    ],
  };
}

/** An organisation without teams or splits is told nothing of them: the owner has the deal. */
function unlessOff<T extends { readonly known: Known<readonly unknown[]> }>(part: T): T[] {
  const { known } = part;
  return isGiven(known) || known.missing === 'feature-off' || known.missing === 'not-recorded' ? [] : [part];
}

/** What those on the deal are called, with the part they have in it. */
function namesOf({ team, opportunity: { owner } }: Pick<Dossier, 'team' | 'opportunity'>, viewerId: string | null) {
  const names = new Map<string, Phrase>();
  if (isGiven(owner)) names.set(owner.value.id, phrase('panel_trait', textFigure(owner.value.name)));
  if (viewerId !== null) names.set(viewerId, phrase('panel_credit_you'));
  for (const { rep, role } of isGiven(team) ? team.value : []) {
    const name = rep.id === viewerId ? phraseFigure(phrase('panel_credit_you')) : textFigure(rep.name);
    names.set(
      rep.id,
      isGiven(role) ? phrase('panel_credit_as', name, textFigure(role.value)) : phrase('panel_trait', name),
    );
  }
  return names;
}

function nameFigure(name: Phrase | undefined): Figure {
  return phraseFigure(name ?? phrase('panel_credit_unnamed'));
}

const RULES: Readonly<Record<Credit['rule'], Phrase>> = {
  owner: phrase('panel_credit_owner_rule'),
  split: phrase('panel_credit_split_rule'),
  overlay: phrase('panel_credit_overlay_rule'),
};

function creditAnswer({ share, amount, rule }: Credit, credits: Dossier['credits'], deal: Known<Money>): Answer {
  return explained(
    share,
    partFigure(share, isGiven(amount) ? amount.value : undefined),
    RULES[rule],
    [
      term('panel_credit_amount', readOr(amount, moneyFigure, phrase('panel_credit_amount_unknown'))),
      term('panel_quote_deal_amount', readOr(deal, moneyFigure, phrase('deal_said_no_amount'))),
    ],
    readFrom(credits),
  );
}

function together(parts: readonly Credit[], credits: Dossier['credits']): FigureRow & { readonly answer: Explained } {
  const share = sumOf(parts);
  return {
    name: phrase('panel_credit_together'),
    answer: explained(
      share,
      partFigure(share, moneyOf(parts)),
      phrase('panel_credit_together_rule'),
      [],
      readFrom(credits),
    ),
  };
}

function readFrom(known: Known<unknown>) {
  return isGiven(known) ? { asOf: known.asOf, sources: [known.source] } : {};
}

function sumOf(parts: readonly Credit[]): number {
  return Number(parts.reduce((sum, { share }) => sum + share, 0).toFixed(10));
}

/** The parts as money, where each is known and all are in one currency. */
function moneyOf(parts: readonly Credit[]): Money | undefined {
  const amounts = parts.map(({ amount }) => amount).filter((amount): amount is Given<Money> => isGiven(amount));
  const [first] = amounts;
  if (first === undefined || amounts.length < parts.length) return undefined;
  const { currency } = first.value;
  if (amounts.some(({ value }) => value.currency !== currency)) return undefined;
  return { currency, minor: amounts.reduce((sum, { value }) => sum + value.minor, 0) };
}

function partFigure(share: number, amount: Money | undefined): Figure {
  const percent = shareFigure(share, Number.isInteger(Math.round(share * 10_000) / 100) ? 0 : 2);
  return amount === undefined ? percent : phraseFigure(phrase('panel_credit_part', percent, moneyFigure(amount)));
}
