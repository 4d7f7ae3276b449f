import type { Target } from '../../model/goal';
import { type Answer, explained, isExplained, term, unanswered } from '../../value/explained';
import { countFigure, numberFigure, phrase, phraseFigure } from '../../value/phrase';
import type { Counted } from '../measure/tally';
import { amountIn, figureIn, sizeOf, type Unit } from '../measure/unit';
import type { Gap } from './gap';

/** Open deals that are due in the period, together. */
export function pipeline(open: readonly Counted[], unit: Unit): Answer<Target> {
  const total = open.reduce((sum, { amount }) => sum + amount, 0);
  return explained(
    amountIn(unit, total),
    figureIn(unit, total),
    phrase('goals_pipeline_rule', countFigure(open.length)),
  );
}

/** The same for deals with a dated act of the buyer. */
export function evidencedPipeline(open: readonly Counted[], unit: Unit): Answer<Target> {
  const total = open.reduce((sum, { amount }) => sum + amount, 0);
  const rule = phrase('goals_evidenced_pipeline_rule', countFigure(open.length));
  return explained(amountIn(unit, total), figureIn(unit, total), rule);
}

/** Open pipeline due in the period / gap: 3 means three times what is still to go, before any chance of winning. */
export function coverage(pipelineDue: Answer<Target>, toGo: Answer<Gap>): Answer<number> {
  const terms = [term('goals_pipeline', pipelineDue), term('goals_gap', toGo)];
  if (!isExplained(toGo)) return unanswered(toGo.missing, toGo.because, terms);
  if (toGo.value.state === 'made') return unanswered('not-recorded', phrase('goals_made_no_coverage'), terms);
  if (!isExplained(pipelineDue)) return unanswered(pipelineDue.missing, pipelineDue.because, terms);
  const times = sizeOf(pipelineDue.value) / sizeOf(toGo.value.amount);
  return explained(
    times,
    phraseFigure(phrase('goals_times', numberFigure(times, 1))),
    phrase('goals_coverage_rule'),
    terms,
  );
}

/** What would be left of the gap if every open deal brought its average: gap less the sum of chance x amount. */
export function uncoveredGap(toGo: Answer<Gap>, expected: Answer<Target>): Answer<Target> {
  const terms = [term('goals_gap', toGo), term('goals_expected_wins', expected)];
  if (!isExplained(toGo)) return unanswered(toGo.missing, toGo.because, terms);
  if (!isExplained(expected)) return unanswered(expected.missing, expected.because, terms);
  const { amount, state } = toGo.value;
  const left = state === 'made' ? 0 : Math.max(0, sizeOf(amount) - sizeOf(expected.value));
  const unit: Unit = amount.unit === 'money' ? { kind: 'money', currency: amount.amount.currency } : { kind: 'count' };
  return explained(amountIn(unit, left), figureIn(unit, left), phrase('goals_uncovered_gap_rule'), terms);
}
