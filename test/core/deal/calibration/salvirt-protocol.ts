import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Prediction } from '../../../../src/core/deal/calibration/brier';
import { type Answers, chanceByAnswers, learnAnswers } from './answers';

/**
 * The protocol, fixed before it was run:
 *
 * - Questions about the buyer only; the product, the seller and what the seller thinks of the deal are left out. "Unknown" is an answer.
 * - Ten times ten folds, seeds 0 to 9. Deals whose answers are the same are one group and never on both sides: 83 of 448 rows repeat
 *   another, and a random split would learn them by heart.
 * - Each deal is predicted once a seed by weights learned from the other nine folds.
 * - AUC and Brier score over all deals of a seed, averaged over the ten.
 */
export const BUYER_QUESTIONS = [
  'Authority',
  'Comp_size',
  'Competitors',
  'Purch_dept',
  'Partnership',
  'Budgt_alloc',
  'Forml_tend',
  'RFI',
  'RFP',
  'Growth',
  'Posit_statm',
  'Client',
  'Scope',
  'Needs_def',
] as const;

export type SalvirtDeal = { readonly answers: Answers; readonly won: boolean };

export function salvirt(): readonly SalvirtDeal[] {
  const text = readFileSync(join(import.meta.dirname, '../salvirt/Salvirt_B2B_ML_dataset.csv'), 'utf8').trim();
  return Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';' }).data.map(
    ({ Status, ...answers }) => ({
      answers,
      won: Status === 'Won',
    }),
  );
}

const FOLDS = 10;

/** Predictions of every deal by the rest, for one seed. */
export function predicted(
  deals: readonly SalvirtDeal[],
  questions: readonly string[],
  groupBy: readonly string[],
  seed: number,
): readonly Prediction[] {
  const groups = new Map<string, SalvirtDeal[]>();
  for (const deal of deals) {
    const key = groupBy.map((question) => deal.answers[question]).join('|');
    groups.set(key, [...(groups.get(key) ?? []), deal]);
  }
  const folds: SalvirtDeal[][] = Array.from({ length: FOLDS }, () => []);
  for (const [place, group] of shuffled([...groups.values()], seed).entries()) folds[place % FOLDS]?.push(...group);
  return folds.flatMap((fold, held) => {
    const weights = learnAnswers(folds.filter((_, place) => place !== held).flat(), questions);
    return fold.map(({ answers, won }) => ({ said: chanceByAnswers(weights, answers), came: won }));
  });
}

/** Fisher and Yates' shuffle, by Marsaglia's xorshift (2003): the same for a seed on every machine. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const out = [...items];
  let state = (seed + 1) * 2_654_435_761;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let place = out.length - 1; place > 0; place--) {
    const other = Math.floor(next() * (place + 1));
    [out[place], out[other]] = [out[other] as T, out[place] as T];
  }
  return out;
}
