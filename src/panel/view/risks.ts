import { readRiskRules } from '../../core/deal/risks/read-rules';
import { risksOf } from '../../core/deal/risks/risks';
import type { RiskRules, Severity } from '../../core/deal/risks/rule';
import { type Explained, explained } from '../../core/value/explained';
import { isGiven } from '../../core/value/known';
import { numberFigure, type Phrase, phrase, phraseFigure, textFigure } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import type { Tone } from '../../ui/pieces/chip';
import type { DealSight } from './deal-sight';

/** A risk as the section shows it: the sentence, and behind it the rule and its facts. */
export type NamedRisk = {
  readonly rule: string;
  readonly tone: Tone;
  readonly severity: Phrase;
  readonly answer: Explained;
};

const SEVERITIES: Readonly<Record<Severity, { readonly tone: Tone; readonly name: Phrase }>> = {
  high: { tone: 'risk', name: phrase('panel_risk_high') },
  medium: { tone: 'watch', name: phrase('panel_risk_medium') },
  low: { tone: 'plain', name: phrase('panel_risk_low') },
};

/** Names the risks of a deal. It is loaded after the panel has opened, with its rules. */
export type RiskRoom = (deal: DealSight, book: Reading['book']) => readonly NamedRisk[];

/** The risk room by a file of rules; null where the file is none. */
export function riskRoom(file: unknown): RiskRoom | null {
  const rules = readRiskRules(file);
  return rules.ok ? (deal, book) => risks(deal, rules.value, book) : null;
}

function risks({ dossier, clock, learned }: DealSight, rules: RiskRules, book: Reading['book']): readonly NamedRisk[] {
  const periods = isGiven(book) ? { periods: [book.value.period] } : {};
  return risksOf(rules, { dossier, clock, learned, ...periods }).risks.map(
    ({ rule, version, severity, says, facts }) => ({
      rule,
      tone: SEVERITIES[severity].tone,
      severity: SEVERITIES[severity].name,
      answer: explained(
        true,
        phraseFigure(says),
        phrase('panel_risk_rule', textFigure(rule), numberFigure(version, 0)),
        facts,
      ),
    }),
  );
}
