import type { Phrase } from '../../value/phrase';

/** What part of a deal changed. */
export type ChangedPart =
  | 'outcome'
  | 'stage'
  | 'forecast'
  | 'amount'
  | 'close-date'
  | 'probability'
  | 'next-step'
  | 'owner'
  | 'people'
  | 'evidence';

/** Which way it went for the deal; `neutral` where the change alone does not say. */
export type Direction = 'better' | 'worse' | 'neutral';

/** Something that is not as the viewer last saw it. */
export type Change = { readonly part: ChangedPart; readonly direction: Direction; readonly says: Phrase };
