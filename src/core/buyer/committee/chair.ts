import type { Role } from '../../model/person';

/**
 * A chair at the buyer's table: a part somebody plays in the purchase, whatever the organisation calls it. Roles that mean
 * the same part sit in the same chair; a role that nobody here knows is a chair of its own, under its own name.
 */
export type Chair = string;

/**
 * Which wordings name the same chair, and why.
 *
 * The wordings come from the default role lists of CRMs (Salesforce `OpportunityContactRole.Role`: Decision Maker, Economic
 * Buyer, Economic Decision Maker, Evaluator, Executive Sponsor, Influencer, Technical Buyer, Business User; Dynamics
 * stakeholder roles: Stakeholder, Decision maker, Economic buyer, Technical buyer, Delivery professional, …) and from the
 * buying influences of Miller and Heiman, "Strategic Selling" (1985).
 */
const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  // Gives the final yes and can find the money. Lists that hold both "Decision Maker" and "Economic Buyer" are filled with
  // either for the same person, and asking for the other one would be a false alarm.
  'economic buyer': [
    'economic decision maker',
    'economic buying influence',
    'economic',
    'decision maker',
    'final decision maker',
    'budget holder',
    'budget owner',
    'approver',
    'final approver',
    'entscheider',
    'décideur',
    'decisor',
  ],
  // Sells for us where we are not in the room. A coach informs and a champion pushes; CRMs have one entry for both.
  champion: ['coach', 'internal champion', 'mobilizer', 'mobiliser', 'advocate', 'internal coach'],
  // Can say no on technical or formal grounds.
  'technical buyer': [
    'technical decision maker',
    'technical buying influence',
    'technical evaluator',
    'technical',
    'it decision maker',
  ],
  // Lives with what is bought.
  user: ['business user', 'user buyer', 'end user', 'user buying influence', 'key user', 'anwender'],
  evaluator: ['gatekeeper', 'recommender'],
  influencer: ['influence'],
  'executive sponsor': ['sponsor', 'exec sponsor'],
  // Runs the purchase by the rules: no yes of its own, but a signature that has to be waited for.
  procurement: ['purchasing', 'purchaser', 'buyer', 'procurement lead', 'einkauf', 'achats'],
  legal: ['legal counsel', 'counsel', 'lawyer'],
};

const CHAIR_OF: ReadonlyMap<string, Chair> = new Map(
  Object.entries(WORDINGS).flatMap(([chair, wordings]) => [chair, ...wordings].map((wording) => [wording, chair])),
);

/** What people write into a role field to say nothing. */
const NO_ROLE: ReadonlySet<string> = new Set(['', 'other', 'none', 'unknown', 'n a', 'na']);

/**
 * The chair that a role sits in; `undefined` for a wording that names none ("Other", "None", spaces).
 *
 * @example chairOf('Economic Decision-Maker') // 'economic buyer'
 * @example chairOf('Data Protection Officer') // 'data protection officer'
 */
export function chairOf(role: Role): Chair | undefined {
  const wording = role
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}_]+/gu, ' ')
    .trim();
  return NO_ROLE.has(wording) ? undefined : (CHAIR_OF.get(wording) ?? wording);
}
