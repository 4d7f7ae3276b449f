import type { CommitteeMember } from '../../model/person';
import { type Answer, explained, unanswered } from '../../value/explained';
import type { Instant } from '../../value/instant';
import { isGiven, type Known, type MissingReason } from '../../value/known';
import {
  countFigure,
  type Figure,
  type Phrase,
  phrase,
  phraseFigure,
  shareFigure,
  textFigure,
} from '../../value/phrase';
import type { Source } from '../../value/source';
import { type Chair, chairOf } from './chair';

/** How often won deals of a kind had each role recorded. */
export type RoleNorms = {
  /** Won deals with a readable committee that this was counted on. */
  readonly n: number;
  /** `share` of the `n`, 0..1. Roles may be worded in any way; wordings of one chair are put together. */
  readonly roles: readonly { readonly role: string; readonly share: number }[];
  /** Which deals those were, in words: "won deals of 50k to 150k". */
  readonly kind?: Phrase;
  readonly source?: Source;
  readonly asOf?: Instant;
};

/** A chair that won deals of this kind had filled and this one has not. */
export type EmptyChair = {
  readonly chair: Chair;
  /** The role as this organisation words it most often, or as the trade's books do. */
  readonly role: string;
  /** The same for the user: an organisation's own wording as it is, one of the trade in the user's language. */
  readonly name: Figure;
  /** The name as it stands within a sentence. */
  readonly within: Figure;
  /** How often won deals had it, 0..1, with n; unanswered where the chair is a prior of the trade. */
  readonly share: Answer<number>;
  readonly n: number;
  /** At least half of the won deals had it; what fewer had is shown and not asked for. */
  readonly usual: boolean;
  /** Learned from own deals, or what a book of the trade asks for in every deal. */
  readonly basis: 'own' | 'prior';
  readonly because: Phrase;
};

/** The chairs nobody sits in, most usual first; or why that cannot be said. */
export type EmptyChairs =
  | {
      readonly known: true;
      readonly chairs: readonly EmptyChair[];
      readonly n: number;
      readonly basis: EmptyChair['basis'];
    }
  | { readonly known: false; readonly missing: MissingReason; readonly because: Phrase };

/** Fewer won deals than this say nothing about what is usual: one deal more or less would move a share by 20 points or more. */
const FEWEST_WINS = 5;

/** A chair is usual when at least every second won deal had it. */
const USUAL = 0.5;

/**
 * What a deal should have where too few own deals say so: the four buying influences that must be found in every complex sale.
 * Source: R. B. Miller, S. E. Heiman, "Strategic Selling" (1985).
 */
const BUYING_INFLUENCES = [
  {
    role: 'Economic buyer',
    name: phrase('buyer_chair_economic_buyer'),
    within: phrase('buyer_chair_economic_buyer_within'),
  },
  { role: 'User', name: phrase('buyer_chair_user'), within: phrase('buyer_chair_user_within') },
  {
    role: 'Technical buyer',
    name: phrase('buyer_chair_technical_buyer'),
    within: phrase('buyer_chair_technical_buyer_within'),
  },
  { role: 'Coach', name: phrase('buyer_chair_coach'), within: phrase('buyer_chair_coach_within') },
] as const;

/**
 * Roles that won deals of this kind had and this deal has not.
 *
 * A committee hidden by permissions has no empty chairs: nobody knows. One that is readable and empty has all of them.
 *
 * @param norms - what won deals of this kind and size had; with fewer than {@link FEWEST_WINS}, or none, the trade's four
 *   buying influences stand in and say that they are a prior
 */
export function emptyChairs(members: Known<readonly CommitteeMember[]>, norms?: RoleNorms): EmptyChairs {
  if (!isGiven(members)) {
    const because = members.missing === 'hidden' ? phrase('buyer_committee_hidden') : phrase('buyer_committee_unknown');
    return { known: false, missing: members.missing, because };
  }
  const filled = new Set(members.value.flatMap(({ role }) => (isGiven(role) ? (chairOf(role.value) ?? []) : [])));
  if (norms === undefined || norms.n < FEWEST_WINS) {
    const n = norms?.n ?? 0;
    const because = phrase('buyer_chairs_prior', countFigure(n));
    const chairs = BUYING_INFLUENCES.flatMap(({ role, name, within }): EmptyChair[] => {
      const chair = chairOf(role) ?? role;
      if (filled.has(chair)) return [];
      const named = { name: phraseFigure(name), within: phraseFigure(within) };
      const share = unanswered('too-few', because);
      return [{ chair, role, ...named, share, n, usual: true, basis: 'prior', because }];
    });
    return { known: true, chairs, n, basis: 'prior' };
  }
  const { n } = norms;
  const chairs = byChair(norms)
    .filter(({ chair }) => !filled.has(chair))
    .map(({ chair, role, share }): EmptyChair => {
      const had = Math.round(share * n);
      const because = phrase('buyer_chair_had', countFigure(had), countFigure(n), textFigure(role));
      const own = { asOf: norms.asOf ?? members.asOf, ...(norms.source && { sources: [norms.source] }) };
      return {
        chair,
        role,
        name: textFigure(role),
        within: textFigure(role),
        share: explained(share, shareFigure(share), norms.kind ?? because, [], own),
        n,
        usual: share >= USUAL,
        basis: 'own',
        because,
      };
    });
  return { known: true, chairs, n, basis: 'own' };
}

/**
 * The norms by chair, most usual first. Wordings of one chair are not added up - one deal may have had both - but stand at
 * the most usual of them: at least so many had the chair.
 */
function byChair({ roles }: RoleNorms): { chair: Chair; role: string; share: number }[] {
  const best = new Map<Chair, { chair: Chair; role: string; share: number }>();
  for (const { role, share } of roles) {
    const chair = chairOf(role);
    if (chair === undefined || !(share > 0 && share <= 1)) continue;
    const held = best.get(chair);
    if (!held || share > held.share) best.set(chair, { chair, role, share });
  }
  return [...best.values()].sort((a, b) => b.share - a.share || (a.chair < b.chair ? -1 : 1));
}
