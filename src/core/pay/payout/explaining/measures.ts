import { type Decimal, isOne } from '../../../value/decimal';
import { type Answer, type Explained, explained, type Term, unanswered } from '../../../value/explained';
import type { Instant } from '../../../value/instant';
import type { Money } from '../../../value/money';
import { attainedFigure, countFigure, phrase, textFigure } from '../../../value/phrase';
import type { Source } from '../../../value/source';
import { exact } from '../../plan/exact';
import type { MeasureState } from '../crediting/measure-state';
import { presence, rampQuota } from '../crediting/service';
import { noQuota } from '../earning/tier-words';
import type { MeasureStanding } from '../statement';
import { asMoney, exactShare, inUnit, moneyAnswer } from '../words';
import type { Work } from '../work';

/** How a measure stands, with every record that it was counted from. */
export function explainMeasure(state: MeasureState, work: Work): MeasureStanding {
  const credited = explainCredited(state, work);
  const quota = explainQuota(state, work);
  return { measure: state.of.id, credited, quota, attainment: attainmentOf(state, credited, quota) };
}

function figureIn(state: MeasureState, work: Work, of: Decimal): number | Money {
  return state.unit === 'money' ? asMoney(of, work.plan.currency) : of.toNumber();
}

function explainCredited(state: MeasureState, work: Work): Explained<number | Money> {
  const { currency } = work.plan;
  const terms: Term[] = state.entries.map((entry) => {
    const deal = entry.item?.deal;
    return {
      name: phrase('pay_term_record', textFigure(deal?.name ?? entry.id), textFigure(entry.id)),
      of: explained(
        figureIn(state, work, entry.axis),
        inUnit(entry.axis, state.of.counts === 'margin-share' ? 'money' : state.unit, currency),
        creditRule(state, entry),
        entry.item === null || entry.item.base.eq(entry.axis)
          ? []
          : [
              {
                name: phrase('pay_term_amount_paid_on'),
                of: moneyAnswer(entry.item.base, currency, phrase('pay_rule_counted')),
              },
            ],
        {
          ...(deal?.asOf !== undefined && { asOf: deal.asOf }),
          ...(deal?.source !== undefined && { sources: [deal.source] }),
        },
      ),
    };
  });
  for (const { dealId, field } of [...state.unknown, ...work.uncounted]) {
    terms.push({
      name: phrase('pay_term_record', textFigure(dealId), textFigure(dealId)),
      of: unanswered('not-recorded', phrase('pay_deal_field_unknown', textFigure(field))),
    });
  }
  const given = work.inputs.measures?.[state.of.id];
  return explained(
    figureIn(state, work, state.axis),
    inUnit(state.axis, state.unit, currency),
    state.of.counts === 'given' ? phrase('pay_rule_given') : phrase('pay_rule_counted'),
    terms,
    {
      ...(given?.asOf !== undefined
        ? { asOf: given.asOf }
        : work.inputs.asOf !== undefined && { asOf: work.inputs.asOf }),
      ...(given?.source !== undefined && { sources: [given.source] }),
    },
  );
}

function creditRule(state: MeasureState, entry: MeasureState['entries'][number]) {
  const share = entry.item?.deal.share;
  if (state.unit !== 'money' || share === undefined || isOne(exact(share))) return phrase('pay_rule_record_counted');
  return phrase('pay_rule_record_share', exactShare(exact(share)));
}

function explainQuota(state: MeasureState, work: Work): Answer<number | Money> {
  const { quota } = state;
  if (quota.amount === null) return unanswered('not-recorded', noQuota(state).because);
  const terms: Term[] = [];
  const { currency } = work.plan;
  if (!quota.full.eq(quota.amount)) {
    terms.push({
      name: phrase('pay_term_full_quota'),
      of: explained(
        figureIn(state, work, quota.full),
        inUnit(quota.full, state.unit, currency),
        phrase('pay_rule_quota_stated'),
      ),
    });
    const ramp = rampQuota(work.plan, work.inputs);
    if (!isOne(ramp)) {
      terms.push({
        name: phrase('pay_term_ramp'),
        of: explained(ramp.toNumber(), exactShare(ramp), phrase('pay_rule_ramp_share')),
      });
    }
    const { days, of } = presence(work.plan, work.inputs);
    if (work.plan.proration !== undefined && days !== of) {
      terms.push({
        name: phrase('pay_term_days'),
        of: explained(
          days / of,
          { unit: 'share', share: days / of, digits: 2 },
          phrase('pay_rule_days', countFigure(days), countFigure(of)),
        ),
      });
    }
  }
  const stated = work.inputs.quotas?.[state.of.id];
  const own: { readonly asOf?: Instant; readonly source?: Source } =
    typeof stated === 'object' && 'amount' in stated ? stated : {};
  return explained(
    figureIn(state, work, quota.amount),
    inUnit(quota.amount, state.unit, currency),
    terms.length === 0 ? phrase('pay_rule_quota_stated') : phrase('pay_rule_quota_worked_out'),
    terms,
    { ...(own.asOf !== undefined && { asOf: own.asOf }), ...(own.source !== undefined && { sources: [own.source] }) },
  );
}

function attainmentOf(
  state: MeasureState,
  credited: Explained<number | Money>,
  quota: Answer<number | Money>,
): Answer<number> {
  const terms = [
    { name: phrase('pay_term_credited'), of: credited },
    { name: phrase('pay_term_quota'), of: quota },
  ];
  if (state.absent)
    return unanswered('not-recorded', phrase('pay_measure_missing', textFigure(state.of.name ?? state.of.id)));
  if (state.quota.amount === null) return unanswered('not-recorded', noQuota(state).because, terms);
  if (state.of.counts === 'given' && state.unit === 'share') {
    return explained(state.axis.toNumber(), exactShare(state.axis), phrase('pay_rule_given'), terms);
  }
  const share = state.axis.div(state.quota.amount);
  return explained(share.toNumber(), attainedFigure(share.toNumber(), 1), phrase('pay_rule_attainment'), terms);
}
