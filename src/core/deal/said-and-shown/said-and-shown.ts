import type { Dossier } from '../../model/dossier';
import type { Opportunity } from '../../model/opportunity';
import type { CivilDate } from '../../value/civil-date';
import { type Answer, readOr } from '../../value/explained';
import {
  dateFigure,
  moneyFigure,
  type Phrase,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../value/phrase';
import { type Clock, daysBy } from '../evidence/clock';
import { type Oddity, oddities } from '../evidence/oddities';
import { type EvidenceStanding, evidenceStanding } from '../evidence/standing';
import { amountShown } from './amount-claim';
import { byGravity, CLAIMS, type ClaimKind, type Holding, type Learned, type SaidAndShown, type Shown } from './claim';
import { closeDateShown } from './close-date-claim';
import { evidenceCloseDate } from './evidence-close-date';
import { CATEGORY_NAMES, forecastShown } from './forecast-claim';
import { nextStepShown } from './next-step-claim';
import { probabilityShown } from './probability-claim';
import { stageShown } from './stage-claim';

/** The two columns of a deal: what the rep claims, what the evidence shows; and the close date that the evidence points to. */
export type TwoColumns = {
  readonly standing: EvidenceStanding;
  /** Contradictions first; empty for a deal that has ended, which claims nothing any more. */
  readonly claims: readonly SaidAndShown[];
  readonly evidenceCloseDate: Answer<CivilDate>;
  /** What on the record cannot be right. */
  readonly oddities: readonly Oddity[];
};

/**
 * Holds what a rep claims about an open deal against what the buyer did.
 *
 * @param learned - what the organisation's closed deals and the odds say; whatever is left out is shown as unknown
 */
export function saidAndShown(dossier: Dossier, clock: Clock, learned: Learned = {}): TwoColumns {
  const days = daysBy(clock);
  const standing = evidenceStanding(dossier, clock, learned.silence);
  const close = evidenceCloseDate(dossier.opportunity, standing.buyerDate, days, learned.wonCycles);
  const holding: Holding = { dossier, days, standing, learned };
  const claims = dossier.opportunity.outcome === 'open' ? CLAIMS.map((claim) => hold(claim, holding)) : [];
  return {
    standing,
    claims: claims.sort(byGravity),
    evidenceCloseDate: close,
    oddities: oddities(dossier, standing, clock),
  };
}

function hold(claim: ClaimKind, holding: Holding): SaidAndShown {
  const { name, said, show } = COLUMNS[claim];
  const shown = show(holding).sort(byGravity);
  return {
    claim,
    name,
    said: said(holding.dossier.opportunity),
    shown,
    verdict: shown[0]?.verdict ?? 'unknown',
  };
}

const COLUMNS: Readonly<
  Record<
    ClaimKind,
    {
      readonly name: Phrase;
      readonly said: (opportunity: Opportunity) => Answer<unknown>;
      readonly show: (holding: Holding) => Shown[];
    }
  >
> = {
  stage: {
    name: phrase('deal_claim_stage'),
    said: ({ stage }) => readOr(stage, ({ label }) => textFigure(label), phrase('deal_said_no_stage')),
    show: stageShown,
  },
  forecast: {
    name: phrase('deal_claim_forecast'),
    said: ({ forecastCategory }) =>
      readOr(forecastCategory, (category) => phraseFigure(CATEGORY_NAMES[category]), phrase('deal_said_no_forecast')),
    show: forecastShown,
  },
  amount: {
    name: phrase('deal_claim_amount'),
    said: ({ amount }) => readOr(amount, moneyFigure, phrase('deal_said_no_amount')),
    show: amountShown,
  },
  'close-date': {
    name: phrase('deal_claim_close_date'),
    said: ({ closeDate }) => readOr(closeDate, dateFigure, phrase('deal_said_no_close_date')),
    show: closeDateShown,
  },
  'next-step': {
    name: phrase('deal_claim_next_step'),
    said: ({ nextStep }) => readOr(nextStep, textFigure, phrase('deal_said_no_next_step')),
    show: nextStepShown,
  },
  probability: {
    name: phrase('deal_claim_probability'),
    said: ({ probability }) => readOr(probability, (share) => shareFigure(share), phrase('deal_said_no_probability')),
    show: probabilityShown,
  },
};
