import { familyTree } from '../buyer/family/family-tree';
import { type RollUp, rollUp } from '../buyer/family/roll-up';
import { type Clock, daysBy } from '../deal/evidence/clock';
import type { Dossier } from '../model/dossier';
import { explained, isExplained, readOr } from '../value/explained';
import { isGiven } from '../value/known';
import {
  countFigure,
  countryFigure,
  dateFigure,
  type Figure,
  moneyFigure,
  type Phrase,
  phrase,
  phraseFigure,
  textFigure,
} from '../value/phrase';
import { type BriefFact, NOT_RECORDED, told } from './brief-fact';

/** Who they are: the deal itself, the company, and what we have with its family. */
export function whoTheyAre(dossier: Dossier, clock: Clock): BriefFact[] {
  return [...dealFacts(dossier), ...companyFacts(dossier), ...familyFacts(dossier, clock)];
}

function dealFacts({ opportunity, competitors }: Dossier): BriefFact[] {
  const { amount, closeDate, stage, products } = opportunity;
  return told([
    { name: phrase('brief_amount'), answer: readOr(amount, moneyFigure, NOT_RECORDED) },
    { name: phrase('brief_stage'), answer: readOr(stage, ({ label }) => textFigure(label), NOT_RECORDED) },
    { name: phrase('brief_close_date'), answer: readOr(closeDate, dateFigure, NOT_RECORDED) },
    {
      name: phrase('brief_products'),
      answer: readOr(products, (lines) => names(lines.map(({ product }) => product)), NOT_RECORDED),
    },
    {
      name: phrase('brief_competitors'),
      answer: readOr(competitors, names, NOT_RECORDED),
    },
  ]).filter(({ answer }) => !isExplained(answer) || answer.figure.unit !== 'list' || answer.figure.figures.length > 0);
}

/** Names that are told one by one in one line. */
const MOST_NAMES = 4;

/** Names in one line, the last ones counted. */
function names(all: readonly string[]): Figure {
  const beside = all.length - MOST_NAMES;
  const first = all.slice(0, MOST_NAMES).map(textFigure);
  return {
    unit: 'list',
    figures: beside <= 0 ? first : [...first, phraseFigure(phrase('brief_names_beside', countFigure(beside)))],
  };
}

function companyFacts({ account }: Dossier): BriefFact[] {
  if (!isGiven(account)) return [];
  const { industry, country, employees, annualRevenue, website } = account.value;
  return told([
    { name: phrase('brief_industry'), answer: readOr(industry, textFigure, NOT_RECORDED) },
    { name: phrase('brief_country'), answer: readOr(country, countryFigure, NOT_RECORDED) },
    { name: phrase('brief_employees'), answer: readOr(employees, countFigure, NOT_RECORDED) },
    { name: phrase('brief_revenue'), answer: readOr(annualRevenue, moneyFigure, NOT_RECORDED) },
    { name: phrase('brief_website'), answer: readOr(website, textFigure, NOT_RECORDED) },
  ]);
}

function familyFacts({ family, account }: Dossier, clock: Clock): BriefFact[] {
  if (!isGiven(family) || !isGiven(account)) return [];
  const tree = familyTree(family.value, account.value.id);
  if (tree === undefined) return [];
  const own = { asOf: family.asOf, sources: [family.source] };
  const all: RollUp = rollUp(tree.nodes, daysBy(clock).today);
  const count = (n: number, rule: Phrase) => explained(n, countFigure(n), rule, [], own);
  return [
    ...(tree.lineage.length > 1
      ? [
          {
            name: phrase('brief_parent'),
            answer: explained(
              tree.root.account.name,
              textFigure(tree.root.account.name),
              phrase('brief_parent_rule'),
              [],
              own,
            ),
          },
        ]
      : []),
    { name: phrase('brief_companies'), answer: count(all.companies, phrase('brief_companies_rule')) },
    { name: phrase('brief_open'), answer: count(all.open, phrase('brief_open_rule')) },
    { name: phrase('brief_won'), answer: count(all.won, phrase('brief_won_rule')) },
    { name: phrase('brief_lost'), answer: count(all.lost, phrase('brief_lost_rule')) },
  ];
}
