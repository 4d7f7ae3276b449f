import type { ForecastCategory, LineItem, Opportunity, Outcome, Stage } from '../../../../core/model/opportunity';
import type { Rep } from '../../../../core/model/person';
import { civilDateAt } from '../../../../core/value/instant';
import { ifGiven, isGiven, type Known, mapKnown, missing } from '../../../../core/value/known';
import { block } from '../../../known';
import { childrenOf, type Row } from '../../api/rows';
import { recordId } from '../../ids';
import { type Fields, fieldsOf, finite, type ReadAs } from '../field';

/** Salesforce's own names of the forecast categories; `Forecast` is what everybody calls commit. */
const CATEGORIES: Readonly<Record<string, ForecastCategory>> = {
  Pipeline: 'pipeline',
  BestCase: 'best-case',
  MostLikely: 'most-likely',
  Forecast: 'commit',
  Closed: 'closed',
  Omitted: 'omitted',
};

/** What they are called where nobody has renamed them. */
const BY_NAME: Readonly<Record<string, ForecastCategory>> = {
  ...CATEGORIES,
  'Best Case': 'best-case',
  'Most Likely': 'most-likely',
  Commit: 'commit',
};

/** Fields beside the organisation's own that a comp plan or a rule may narrow deals by. */
const ASKED_FOR = ['Type', 'LeadSource', 'ForecastCategoryName'];

/** How opportunities are read: also the zone in which their days are counted, and the stages they may be in. */
export type ReadDeals = ReadAs & { readonly zone: string; readonly stages: Known<readonly Stage[]> };

/**
 * An opportunity. `undefined` where the row is none: no id, no name, no flags to tell won from lost.
 *
 * @param items - rows of its products; undefined where they could not be asked for
 */
export function toOpportunity(row: Row, as: ReadDeals, items: Known<readonly Row[]>): Opportunity | undefined {
  const id = recordId(row.Id);
  const fields = fieldsOf('Opportunity', row, as);
  const name = ifGiven(fields.text('Name'));
  const outcome = outcomeOf(row);
  if (id === undefined || name === undefined || outcome === undefined) return undefined;
  return {
    id,
    name,
    outcome,
    account: accountOf(fields),
    owner: ownerOf(fields),
    stage: stageOf(fields, as.stages),
    forecastCategory: forecastCategory(
      'ForecastCategory' in row || !('ForecastCategoryName' in row)
        ? fields.text('ForecastCategory')
        : fields.text('ForecastCategoryName'),
    ),
    amount: fields.money('Amount'),
    closeDate: fields.date('CloseDate'),
    createdOn: mapKnown(fields.instant('CreatedDate'), (at) => civilDateAt(at, as.zone)),
    probability: share(fields.number('Probability')),
    nextStep: fields.text('NextStep'),
    type: fields.text('Type'),
    products: mapKnown(items, (rows) => rows.flatMap((item) => lineItem(item, row, as) ?? [])),
    fields: ownFields(row, fields),
  };
}

/** Whether it is open, won or lost, by the CRM's own flags; where a copy of its records has none, by what goes with them. */
export function outcomeOf(row: Row): Outcome | undefined {
  if (!('IsClosed' in row) && !('IsWon' in row)) return outcomeByStage(row);
  if (row.IsWon === true) return 'won';
  if (row.IsClosed === true) return 'lost';
  return row.IsClosed === false ? 'open' : undefined;
}

/** The stages and categories that Salesforce comes with; any other stage is an open one's. */
function outcomeByStage({ StageName, ForecastCategory, ForecastCategoryName, Probability }: Row): Outcome | undefined {
  const category = ForecastCategory ?? ForecastCategoryName;
  if (StageName === 'Closed Won' || category === 'Closed') return 'won';
  if (StageName === 'Closed Lost' || (category === 'Omitted' && finite(Probability) === 0)) return 'lost';
  return typeof StageName === 'string' && StageName !== '' ? 'open' : undefined;
}

/** The products of a row whose query asked for them. */
export function itemsOf(row: Row, as: ReadAs): Known<readonly Row[]> {
  const rows = childrenOf(row, 'OpportunityLineItems');
  return rows
    ? block(rows, 'OpportunityLineItem', as.asOf)
    : missing('feature-off', { kind: 'crm', field: 'OpportunityLineItem' }, as.asOf);
}

export function forecastCategory(known: Known<string>): Known<ForecastCategory> {
  if (!isGiven(known)) return known;
  const category = Object.hasOwn(BY_NAME, known.value) ? BY_NAME[known.value] : undefined;
  return category ? { ...known, value: category } : missing('not-readable', known.source, known.asOf);
}

/**
 * A percentage of Salesforce as a share: 75 -> 0.75.
 *
 * @param beyond - whether it may be more than the whole, as an overlay's may
 */
export function share(percent: Known<number>, beyond = false): Known<number> {
  if (!isGiven(percent)) return percent;
  const { value } = percent;
  return value >= 0 && (beyond || value <= 100)
    ? { ...percent, value: value / 100 }
    : missing('not-readable', percent.source, percent.asOf);
}

export function ownerOf(fields: Fields): Known<Rep> {
  const id = fields.text('OwnerId');
  if (!isGiven(id)) return id;
  const full = recordId(id.value);
  const name = fields.text('Owner.Name');
  return full === undefined
    ? missing('not-readable', id.source, id.asOf)
    : { ...id, value: { id: full, name: ifGiven(name) ?? full } };
}

function accountOf(fields: Fields): Known<{ readonly id: string; readonly name: string }> {
  const id = fields.text('AccountId');
  if (!isGiven(id)) return id;
  const full = recordId(id.value);
  const name = fields.text('Account.Name');
  if (full === undefined) return missing('not-readable', id.source, id.asOf);
  return isGiven(name) ? { ...id, value: { id: full, name: name.value } } : missing('hidden', id.source, id.asOf);
}

function stageOf(fields: Fields, stages: Known<readonly Stage[]>): Known<Stage> {
  const name = fields.text('StageName');
  if (!isGiven(name)) return name;
  const stage = ifGiven(stages)?.find((one) => one.name === name.value);
  const unknown: Stage = {
    name: name.value,
    label: name.value,
    order: isGiven(stages) ? missing('not-recorded') : missing(stages.missing),
  };
  return { ...name, value: stage ?? unknown };
}

function lineItem(item: Row, deal: Row, as: ReadAs): LineItem | undefined {
  const currency = typeof deal.CurrencyIsoCode === 'string' ? deal.CurrencyIsoCode : as.currency;
  const fields = fieldsOf('OpportunityLineItem', item, { ...as, currency });
  const id = recordId(item.Id);
  const product =
    ifGiven(fields.text('Product2.Name')) ?? ifGiven(fields.text('Name')) ?? ifGiven(fields.text('ProductCode'));
  return id === undefined || product === undefined
    ? undefined
    : {
        id,
        product,
        family: fields.text('Product2.Family'),
        quantity: fields.number('Quantity'),
        amount: fields.money('TotalPrice'),
      };
}

function ownFields(row: Row, fields: Fields): Opportunity['fields'] {
  const names = [...ASKED_FOR, ...Object.keys(row).filter((name) => name.endsWith('__c'))];
  return Object.fromEntries(names.flatMap((name) => (name in row ? [[name, primitive(fields, name, row[name])]] : [])));
}

function primitive(fields: Fields, name: string, value: unknown): Known<string | number | boolean> {
  if (typeof value === 'boolean') return fields.flag(name);
  if (typeof value === 'number') return fields.number(name);
  return fields.text(name);
}
