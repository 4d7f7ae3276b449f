import type { Dossier } from '../../model/dossier';
import type { Answer } from '../../value/explained';
import type { Known } from '../../value/known';
import type { Phrase } from '../../value/phrase';
import type { Days } from '../evidence/clock';
import type { EvidenceStanding } from '../evidence/standing';

/** What a rep claims about a deal by filling in its fields. */
export const CLAIMS = ['stage', 'forecast', 'amount', 'close-date', 'next-step', 'probability'] as const;
export type ClaimKind = (typeof CLAIMS)[number];

/** `unsupported`: nothing recorded speaks for it or against it. `unknown`: what would tell cannot be read. */
export type Verdict = 'contradicted' | 'unsupported' | 'unknown' | 'supported';

/** One thing that the evidence shows about a claim, and the acts it rests on. */
export type Shown = {
  readonly verdict: Verdict;
  readonly says: Phrase;
  /** Ids of the activities that show it. */
  readonly acts: readonly string[];
};

/** A claim beside what the evidence shows. */
export type SaidAndShown = {
  readonly claim: ClaimKind;
  readonly name: Phrase;
  readonly said: Answer<unknown>;
  /** What speaks against the claim first. */
  readonly shown: readonly Shown[];
  /** The gravest of what is shown. */
  readonly verdict: Verdict;
};

/** What this organisation's closed deals and the odds say, where there are enough of them. */
export type Learned = {
  /** See `longSilence`: the gap that nine of ten gaps between buyer acts stayed below in won deals, in days. */
  readonly silence?: Answer<number>;
  /** Days from creation to close of each won deal of this kind. */
  readonly wonCycles?: Known<readonly number[]>;
  /** The odds that this deal is won, and the band they lie in, as probabilities. */
  readonly odds?: Answer<{ readonly low: number; readonly high: number }>;
};

/** All that the claims are held against. */
export type Holding = {
  readonly dossier: Dossier;
  readonly days: Days;
  readonly standing: EvidenceStanding;
  readonly learned: Learned;
};

export function shown(verdict: Verdict, says: Phrase, acts: readonly string[] = []): Shown {
  return { verdict, says, acts };
}

const GRAVITY: Readonly<Record<Verdict, number>> = { contradicted: 0, unsupported: 1, unknown: 2, supported: 3 };

/** Sorts the gravest first; what is equally grave keeps its order. */
export function byGravity(a: { readonly verdict: Verdict }, b: { readonly verdict: Verdict }): number {
  return GRAVITY[a.verdict] - GRAVITY[b.verdict];
}
