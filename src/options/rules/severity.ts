import type { Severity } from '../../core/deal/risks/rule';
import { type Phrase, phrase } from '../../core/value/phrase';
import type { Tone } from '../../ui/pieces/chip';

/** How grave a risk is, in words and at a glance. */
export const SEVERITY: Readonly<Record<Severity, { readonly tone: Tone; readonly name: Phrase }>> = {
  high: { tone: 'risk', name: phrase('panel_risk_high') },
  medium: { tone: 'watch', name: phrase('panel_risk_medium') },
  low: { tone: 'plain', name: phrase('panel_risk_low') },
};
