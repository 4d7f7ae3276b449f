import type { Credit } from '../../../../core/model/book';
import type { Opportunity } from '../../../../core/model/opportunity';
import { isGiven, type Known, missing } from '../../../../core/value/known';
import { major, roundMoney } from '../../../../core/value/money';
import { block } from '../../../known';
import type { Row } from '../../api/rows';
import { recordId } from '../../ids';
import { fieldsOf, type ReadAs } from '../field';
import { sumOf } from '../sum';
import { share } from './opportunity';

/** The split type that a forecast goes by; null where it names none, or nobody knows. */
export type SplitUse = string | null;

/** All of a deal for its owner: the rule of an organisation without splits. */
export function ownerCredit({ id, amount }: Opportunity, repId: string): Credit {
  return { opportunityId: id, repId, amount, share: 1, rule: 'owner' };
}

/**
 * A rep's part of a deal: by the split type that the forecast goes by, else by an overlay of theirs; all of it for the owner of a
 * deal that nobody has split. An owner who has given all of it away is credited with none. `undefined`: no part at all.
 *
 * @param splits - all splits of the deal; undefined where the organisation has none
 */
export function creditOf(
  deal: Opportunity,
  splits: readonly Row[] | undefined,
  repId: string,
  use: SplitUse,
  as: ReadAs,
): Credit | undefined {
  const counted = inUse(splits ?? [], use);
  const owner = isGiven(deal.owner) && deal.owner.value.id === repId;
  const mine = (rows: readonly Row[]) =>
    rows.flatMap((row) => (isOf(row, repId) ? (toCredit(deal, row, as) ?? []) : []));
  const own = mine(counted);
  if (own.length > 0) {
    const whole = together(own);
    // All of it for the one who owns it needs no split to be said.
    return owner && whole.share === 1 && whole.rule === 'split'
      ? { ...ownerCredit(deal, repId), amount: whole.amount }
      : whole;
  }
  const [overlay] = mine((splits ?? []).filter(overlays));
  if (owner && counted.some((row) => !overlays(row))) return nothing(deal, repId);
  if (owner) return ownerCredit(deal, repId);
  return overlay;
}

/** Who is credited for a deal: its splits of the type that counts, and overlays; where it has none, its owner. */
export function toCredits(
  deal: Opportunity,
  splits: readonly Row[] | undefined,
  use: SplitUse,
  as: ReadAs,
): Known<readonly Credit[]> {
  const all = splits ?? [];
  const counted = inUse(all, use);
  const credits = [...new Set([...counted, ...all.filter(overlays)])].flatMap((row) => toCredit(deal, row, as) ?? []);
  if (credits.length > 0) return block(credits, 'OpportunitySplit', as.asOf);
  return isGiven(deal.owner)
    ? block([ownerCredit(deal, deal.owner.value.id)], 'Opportunity.OwnerId', as.asOf)
    : missing(deal.owner.missing, { kind: 'crm', field: 'Opportunity.OwnerId' }, as.asOf);
}

/** Who is credited: where splits are off its owner; where nobody could tell whether it is split, nobody knows. */
export function creditsKnown(
  splits: Known<readonly Row[]>,
  deal: Opportunity,
  use: SplitUse,
  as: ReadAs,
): Known<readonly Credit[]> {
  if (isGiven(splits)) return toCredits(deal, splits.value, use, as);
  return splits.missing === 'feature-off' ? toCredits(deal, undefined, use, as) : splits;
}

/** Splits of the type in use; where none is named, of the one by which revenue is split: its parts make up the whole. */
function inUse(splits: readonly Row[], use: SplitUse): readonly Row[] {
  if (use !== null) {
    const named = splits.filter(({ SplitTypeId }) => recordId(SplitTypeId) === use);
    if (named.length > 0) return named;
  }
  const revenue = splits.filter((row) => parent(row)?.DeveloperName === 'Revenue');
  return revenue.length > 0 ? revenue : splits.filter((row) => !overlays(row));
}

function toCredit(deal: Opportunity, row: Row, as: ReadAs): Credit | undefined {
  const fields = fieldsOf('OpportunitySplit', row, as);
  const repId = recordId(row.SplitOwnerId);
  const part = share(fields.number('SplitPercentage'), overlays(row));
  if (repId === undefined || !isGiven(part)) return undefined;
  const stated = fields.money('SplitAmount');
  return {
    opportunityId: deal.id,
    repId,
    amount: isGiven(stated) || stated.missing === 'hidden' ? stated : partOf(deal.amount, part.value),
    share: part.value,
    rule: overlays(row) ? 'overlay' : 'split',
  };
}

function partOf(amount: Opportunity['amount'], part: number): Opportunity['amount'] {
  if (!isGiven(amount)) return amount;
  return { ...amount, value: roundMoney(major(amount.value).times(String(part)), amount.value.currency) };
}

/** Several parts of one rep, as splits by territory are, make one. */
function together(credits: readonly Credit[]): Credit {
  const [first, ...rest] = credits;
  if (!first) throw new RangeError('no credits to put together');
  let { amount, share: whole } = first;
  for (const one of rest) {
    whole = Number((whole + one.share).toFixed(10));
    if (!isGiven(amount)) continue;
    if (!isGiven(one.amount)) amount = one.amount;
    else {
      const sum = sumOf([amount.value, one.amount.value]);
      amount = sum ? { ...amount, value: sum } : missing('not-readable', amount.source, amount.asOf);
    }
  }
  return { ...first, amount, share: whole };
}

function nothing(deal: Opportunity, repId: string): Credit {
  return { opportunityId: deal.id, repId, amount: partOf(deal.amount, 0), share: 0, rule: 'split' };
}

const isOf = (row: Row, repId: string) => recordId(row.SplitOwnerId) === repId;

/** A split type whose parts need not add up to the whole is an overlay. */
function overlays(row: Row): boolean {
  return parent(row)?.IsTotalValidated === false;
}

function parent({ SplitType }: Row): Row | undefined {
  return typeof SplitType === 'object' && SplitType !== null ? (SplitType as Row) : undefined;
}
