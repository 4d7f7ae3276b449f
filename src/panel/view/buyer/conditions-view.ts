import type { BuyerCondition } from '../../../core/buyer/conditions/buyer-condition';
import type { FactOrigin, FinancialFact } from '../../../core/buyer/conditions/condition-fact';
import { CONCEPT_NAMES } from '../../../core/buyer/conditions/ratios';
import type { Account } from '../../../core/model/account';
import { type Explained, explained, isExplained, readOr, type Term, term } from '../../../core/value/explained';
import { isGiven, type Known } from '../../../core/value/known';
import {
  countFigure,
  countryFigure,
  dateFigure,
  instantFigure,
  moneyFigure,
  monthFigure,
  type Phrase,
  phrase,
  phraseFigure,
  textFigure,
} from '../../../core/value/phrase';
import { type Line, lineOf } from '../../../ui/language/line';
import type { FigureRow } from '../rows';

/** What presses the buyer, as far as anybody recorded or published it. */
export type ConditionsView = {
  readonly rows: readonly FigureRow[];
  /** Said where no source stands behind it. */
  readonly notes: readonly Line[];
};

/** Figures of the accounts that are shown; the rest is behind the ratios that are made of them. */
const SHOWN = ['revenue', 'operating-income', 'operating-cash-flow', 'cash', 'debt'] as const;

export function conditionsView(account: Known<Account>, { financial, indicators }: BuyerCondition): ConditionsView {
  const rows = isGiven(account) ? recorded(account.value) : [];
  const notes: Line[] = [];
  if (!isGiven(account)) {
    notes.push(
      lineOf(account.missing === 'hidden' ? phrase('panel_conditions_hidden') : phrase('panel_conditions_no_account')),
    );
  }
  if (isGiven(financial)) {
    const { latest, ratios } = financial.value;
    for (const concept of SHOWN) {
      const fact = latest[concept];
      if (fact) rows.push({ name: { key: CONCEPT_NAMES[concept], figures: [] }, answer: figureOf(fact) });
    }
    rows.push(
      ...[
        { name: phrase('panel_ratio_growth'), answer: ratios.growth },
        { name: phrase('panel_ratio_margin'), answer: ratios.operatingMargin },
        { name: phrase('panel_ratio_current'), answer: ratios.current },
        { name: phrase('panel_ratio_runway'), answer: ratios.runwayMonths },
      ].filter(({ answer }) => isExplained(answer)),
    );
  }
  if (isGiven(indicators)) {
    for (const one of indicators.value) {
      rows.push({
        name: phrase('panel_indicator', textFigure(one.name), textFigure(one.region)),
        answer: explained(
          one.figure,
          one.figure,
          phrase('panel_indicator_rule', dateFigure(one.period.end)),
          trust(one),
          {
            asOf: one.observedAt,
            sources: [one.source],
          },
        ),
      });
    }
  }
  if (!isGiven(financial) && !isGiven(indicators)) notes.push(lineOf(phrase('panel_conditions_no_source')));
  return { rows, notes };
}

/** What the CRM's own record of the company says; a field that nobody filled in says nothing. */
function recorded(account: Account): FigureRow[] {
  const because = phrase('ui_missing_not_recorded');
  const rows: FigureRow[] = [
    { name: phrase('panel_account_industry'), answer: readOr(account.industry, textFigure, because) },
    { name: phrase('panel_account_country'), answer: readOr(account.country, countryFigure, because) },
    { name: phrase('panel_account_employees'), answer: readOr(account.employees, countFigure, because) },
    { name: phrase('panel_account_revenue'), answer: readOr(account.annualRevenue, moneyFigure, because) },
    {
      name: phrase('panel_account_year_start'),
      answer: readOr(account.fiscalYearStartMonth, monthFigure, because),
    },
  ];
  return rows.filter(({ answer }) => isExplained(answer) || answer.missing === 'hidden');
}

function figureOf(fact: FinancialFact): Explained {
  const { amount, period, form, filedOn, observedAt, source } = fact;
  return explained(
    amount,
    moneyFigure(amount),
    phrase('panel_filed_rule', dateFigure(period.end), textFigure(form), dateFigure(filedOn)),
    trust(fact),
    { asOf: observedAt, sources: [source] },
  );
}

const LEVELS: Readonly<Record<FactOrigin['confidence']['level'], Phrase>> = {
  high: phrase('panel_confidence_high'),
  medium: phrase('panel_confidence_medium'),
  low: phrase('panel_confidence_low'),
};

/** How far a fact can be leant on, and when it was read, as terms of it. */
function trust({ confidence, observedAt }: FactOrigin): readonly Term[] {
  return [
    term('panel_confidence', explained(confidence.level, phraseFigure(LEVELS[confidence.level]), confidence.because)),
    term('panel_observed', explained(observedAt, instantFigure(observedAt), phrase('value_as_read'))),
  ];
}
