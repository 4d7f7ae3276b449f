import { type Decimal, isZero } from '../../../value/decimal';
import { explained, type Term } from '../../../value/explained';
import { subtract } from '../../../value/money';
import { moneyFigure, type Phrase, phrase } from '../../../value/phrase';
import type { TierMethod } from '../../plan/tier';
import type { Band } from '../earning/band';
import { rounder } from '../settling/round';
import type { Slice } from '../statement';
import { exactShare, inUnit, moneyFigureOf } from '../words';
import type { Part, Work, WorkLine } from '../work';

const BY_METHOD: Readonly<Record<TierMethod, Phrase>> = {
  marginal: phrase('pay_slice_marginal'),
  retroactive: phrase('pay_slice_retroactive'),
  interpolated: phrase('pay_slice_interpolated'),
};

/** The tiers of a line as a ladder, each with what it pays now. */
export function explainSlices(line: WorkLine, work: Work): readonly Slice[] {
  const { ladder } = line;
  if (ladder === null || (line.component !== null && 'tiers' in line.component && line.component.tiers === undefined))
    return [];
  const { currency } = work.plan;
  // Rounded along the way up, so that the slices add up to the line to the cent.
  const { round } = rounder({ ...work.plan, conversion: {} }, work.inputs);
  let climbed = line.underPay;
  return ladder.parts.map((part) => {
    const before = round(climbed);
    climbed = climbed.plus(part.amount);
    const pays = subtract(round(climbed), before);
    const filled = explained(
      ladder.measure.unit === 'money' ? part.portion.toFixed() : part.portion.toNumber(),
      inUnit(part.portion, ladder.measure.unit, currency),
      phrase('pay_rule_in_tier'),
    );
    const terms: Term[] = [{ name: phrase('pay_term_in_tier'), of: filled }];
    const rate = part.rate === null || isZero(part.rate) ? ownRate(part.band) : part.rate;
    if (rate !== null) {
      terms.push({
        name: phrase('pay_term_rate'),
        of: explained(rate.toNumber(), exactShare(rate), phrase('pay_rule_rate_of_tier')),
      });
    }
    return {
      tier: part.index,
      name: part.band.name,
      by: ladder.by,
      from: part.band.from.toNumber(),
      to: part.band.to === null ? null : part.band.to.toNumber(),
      method: part.band.method,
      state: part.index < ladder.current ? 'past' : part.index === ladder.current ? 'now' : 'ahead',
      filled,
      rate: rate === null ? null : rate.toNumber(),
      pays: explained(pays, moneyFigure(pays), sliceRule(part, currency), terms),
    };
  });
}

function ownRate(band: Band): Decimal | null {
  return band.family === 'slope' ? band.at : null;
}

function sliceRule(part: Part, currency: string): Phrase {
  if (part.band.family === 'slope') return BY_METHOD[part.band.method];
  return part.band.by === 'payout'
    ? phrase('pay_slice_payout', exactShare(part.band.at))
    : phrase('pay_slice_amount', moneyFigureOf(part.band.at, currency));
}
