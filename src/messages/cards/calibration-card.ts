import type { OwnCalibration } from '../../core/deal/calibration/own-past';
import type { Instant } from '../../core/value/instant';

/** How the odds have done in one organisation, for one of its users. */
export type CalibrationCard = {
  readonly host: string;
  /** The user's name; null where the CRM does not tell it. */
  readonly user: string | null;
  readonly how: /** Nothing was read yet, or the closed deals are still being read for the first time. */
    | { readonly is: 'unread' }
    | { readonly is: 'being-read'; readonly done: number; readonly of: number | null }
    | { readonly is: 'being-worked-out' }
    /** It could not be worked out just now. */
    | { readonly is: 'failed' }
    /** So many closed deals were read, and none of them was open on a day that can be scored. */
    | { readonly is: 'too-few'; readonly deals: number }
    | { readonly is: 'known'; readonly asOf: Instant; readonly of: OwnCalibration };
};
