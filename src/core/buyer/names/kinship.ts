import { countFigure, listFigure, type Phrase, phrase, textFigure } from '../../value/phrase';
import { saysStructure, saysTrade } from './common-words';
import type { CompanySigns } from './company-name';
import { softTfIdf, type WeightedName } from './soft-tf-idf';
import { ownLabel } from './web-domain';

/** How sure it is that two accounts belong to one family. Never a reason to link them without a person saying so. */
export type Band = 'suggested' | 'review' | 'no';

/** How two accounts look by their names and signs. */
export type Kinship = {
  readonly band: Band;
  /** 0..1; orders suggestions, and is no probability. */
  readonly score: number;
  /** The name measure alone, before anything was added or taken off. */
  readonly names: number;
  /** What speaks for it, strongest first, then what speaks against it. */
  readonly reasons: readonly Phrase[];
};

/** A company ready to be compared: its signs and the weights of its words among the user's accounts. */
export type Comparable = { readonly signs: CompanySigns; readonly name: WeightedName };

/** What the comparison has to know about the user's accounts. */
export type Surroundings = {
  /** How many accounts a word may stand in before it stops telling companies apart. */
  readonly isCommon: (word: string) => boolean;
  /** How many accounts name the same web domain. */
  readonly onDomain: (domain: string) => number;
};

/** Scores from which a pair is suggested, or shown for review. Chosen beforehand by what single signs should lead to, not fitted. */
const BANDS = { suggested: 0.75, review: 0.5 } as const;

const SAME_IDENTIFIER = 0.98;
const SAME_DOMAIN = 0.95;
const SAME_LABEL = 0.1;
const PARENT_WORD = 0.2;
const OTHER_COUNTRY = 0.1;
/** Just below what is suggested: signs that are good enough to look at and not more. */
const AT_MOST_REVIEW = BANDS.suggested - 0.01;
const AT_MOST_NO = BANDS.review - 0.01;
/** More accounts than this on one web domain: a provider, an agency, a placeholder. */
const MANY_ON_DOMAIN = 25;
const SHORT_WORD = 2;

/** Weighs up whether two accounts belong to one family, with the reasons. Symmetric. */
export function kinship(a: Comparable, b: Comparable, { isCommon, onDomain }: Surroundings): Kinship {
  const { score: names, matches } = softTfIdf(a.name, b.name);
  const reasons: Phrase[] = [];
  const against: Phrase[] = [];
  const telling = matches.filter((match) => !isCommon(match.a) && !isCommon(match.b));
  const exact = telling.filter(({ alike }) => alike === 1).map((match) => match.a);
  const oneName = a.signs.compact !== '' && a.signs.compact === b.signs.compact;
  let score = oneName ? 1 : names;

  if (oneName) reasons.push(phrase('buyer_link_same_name'));
  else if (exact.length > 0) reasons.push(phrase('buyer_link_shared_words', words(exact)));
  for (const match of telling) {
    if (match.alike < 1 && !oneName) reasons.push(phrase('buyer_link_close_words', ...ordered(match)));
  }
  const parent = parentWord(a.signs.words, b.signs.words, isCommon);
  if (parent !== undefined && !oneName) {
    score += PARENT_WORD;
    reasons.push(phrase('buyer_link_parent_word', textFigure(parent)));
  }

  const limit = (most: number, because: Phrase) => {
    score = Math.min(score, most);
    against.push(because);
  };
  if (oneName) {
    if (a.signs.words.every(isCommon)) limit(AT_MOST_REVIEW, phrase('buyer_link_only_common'));
  } else if (telling.length === 0) {
    if (matches.length > 0) limit(AT_MOST_NO, phrase('buyer_link_only_common'));
  } else if (exact.length === 0) {
    limit(AT_MOST_REVIEW, phrase('buyer_link_spelling_only'));
  } else if (exact.every((word) => word.length <= SHORT_WORD)) {
    limit(AT_MOST_REVIEW, phrase('buyer_link_short', words(exact)));
  } else if (!exact.some((word) => leads(a.signs.words, word) && leads(b.signs.words, word))) {
    limit(AT_MOST_REVIEW, phrase('buyer_link_not_leading'));
  } else if (exact.length === 1 && otherTrade(a.signs.words, b.signs.words)) {
    limit(AT_MOST_REVIEW, phrase('buyer_link_other_trade'));
  }

  const domain = domainSign(a.signs.domain, b.signs.domain);
  const { country: here } = a.signs;
  const { country: there } = b.signs;
  if (here !== undefined && there !== undefined && here !== there && domain !== 'same') {
    score -= OTHER_COUNTRY;
    against.push(phrase('buyer_link_other_country'));
  }
  if (domain === 'label') {
    score += SAME_LABEL;
    reasons.push(phrase('buyer_link_same_label', textFigure(ownLabel(a.signs.domain ?? ''))));
  }
  if (domain === 'same') {
    const on = onDomain(a.signs.domain ?? '');
    if (on > MANY_ON_DOMAIN)
      against.push(phrase('buyer_link_crowded_domain', textFigure(a.signs.domain ?? ''), countFigure(on)));
    else {
      score = Math.max(score, SAME_DOMAIN);
      reasons.unshift(phrase('buyer_link_same_domain', textFigure(a.signs.domain ?? '')));
    }
  }
  const same = a.signs.identifiers.find((own) =>
    b.signs.identifiers.some(({ name, value }) => name === own.name && value === own.value),
  );
  if (same) {
    score = Math.max(score, SAME_IDENTIFIER);
    reasons.unshift(phrase('buyer_link_same_identifier', textFigure(same.name), textFigure(same.value)));
  }
  score = Math.min(1, Math.max(0, score));
  return { band: bandOf(score), score, names, reasons: [...reasons, ...against] };
}

function bandOf(score: number): Band {
  return score >= BANDS.suggested ? 'suggested' : score >= BANDS.review ? 'review' : 'no';
}

/** The word that both names begin with, where all that follows only describes: "Acme Deutschland", "Acme Holdings". */
function parentWord(
  a: readonly string[],
  b: readonly string[],
  isCommon: (word: string) => boolean,
): string | undefined {
  const [first, ...restA] = a;
  const [other, ...restB] = b;
  if (first === undefined || first !== other || isCommon(first)) return undefined;
  return restA.every(saysStructure) && restB.every(saysStructure) ? first : undefined;
}

/** Whether a name begins with a word, an article apart. */
function leads(name: readonly string[], word: string): boolean {
  return name.slice(0, name.indexOf(word)).every((before) => ARTICLES.has(before));
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'la', 'le', 'les', 'der', 'die', 'das']);

/** Whether the two say what they do and have none of it in common; one that says nothing may do anything, so that it is worth a look. */
function otherTrade(a: readonly string[], b: readonly string[]): boolean {
  const tradesA = a.filter(saysTrade);
  const tradesB = b.filter(saysTrade);
  return tradesA.length + tradesB.length > 0 && !tradesA.some((trade) => tradesB.includes(trade));
}

function domainSign(a: string | undefined, b: string | undefined): 'same' | 'label' | 'none' {
  if (a === undefined || b === undefined) return 'none';
  if (a === b) return 'same';
  return ownLabel(a) === ownLabel(b) && ownLabel(a).length >= 4 ? 'label' : 'none';
}

function words(of: readonly string[]) {
  return listFigure(of.map(textFigure));
}

function ordered({ a, b }: { readonly a: string; readonly b: string }) {
  return (a < b ? [a, b] : [b, a]).map(textFigure);
}
