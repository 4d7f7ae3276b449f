import type { EvidenceKind } from '../../../core/deal/evidence/evidence';
import { type Phrase, phrase } from '../../../core/value/phrase';

/** What each kind of act is called. */
export const ACT_NAMES: Readonly<Record<EvidenceKind, Phrase>> = {
  meeting: phrase('panel_act_meeting'),
  call: phrase('panel_act_call'),
  email: phrase('panel_act_email'),
  document: phrase('panel_act_document'),
  date: phrase('panel_act_date'),
};
