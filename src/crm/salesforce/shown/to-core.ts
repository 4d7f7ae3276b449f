import * as v from 'valibot';
import type { Dossier } from '../../../core/model/dossier';
import type { Outcome, Stage } from '../../../core/model/opportunity';
import type { RecordRef } from '../../../core/model/record-ref';
import type { Instant } from '../../../core/value/instant';
import { given, ifGiven, type Known, missing } from '../../../core/value/known';
import type { PageReading } from '../../shown-page';
import { currencyOfLocale } from '../currency-of-locale';
import { keyPrefix, recordId } from '../ids';
import { setUpOf } from '../set-up';
import { shownAmount } from './amount';
import { commonCountry, dayOrder, shownDay } from './day';

const MOST_FIELDS = 500;
const LONGEST = 1000;

const Shown = v.looseObject({
  fields: v.pipe(v.array(v.array(v.pipe(v.string(), v.maxLength(LONGEST)))), v.maxLength(MOST_FIELDS)),
  path: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST))), v.maxLength(MOST_FIELDS)),
  lang: v.pipe(v.string(), v.maxLength(40)),
});

/** The names that Salesforce gives to the two closed stages; an organisation may have others. */
const CLOSED: Readonly<Record<string, Outcome>> = { 'Closed Won': 'won', 'Closed Lost': 'lost' };

/** How a step of the sales path is marked (Salesforce Lightning Design System, "Path"), the weightiest first. */
const BY_PATH: readonly (readonly [mark: string, outcome: Outcome])[] = [
  ['slds-is-won', 'won'],
  ['slds-is-lost', 'lost'],
  ['slds-is-current', 'open'],
];

/**
 * A deal as its own page shows it, for where nothing else may be read: name, amount, stage, close date, owner, account. What the
 * page does not show, and what could mean two things, is unknown.
 *
 * @param raw - what the content script read: hostile, as everything of the page is
 * @returns null where the page shows no opportunity that could be recognised, or not whether it is open, won or lost
 */
export function shownDossier(
  raw: unknown,
  ref: RecordRef,
  { now, facts, browserLanguage }: PageReading,
): Dossier | null {
  const parsed = v.safeParse(Shown, raw);
  if (!parsed.success) return null;
  const { fields, path, lang } = parsed.output;
  const own = new Map<string, { readonly text: string; readonly link: string }>();
  for (const [name = '', text = '', link = ''] of fields) {
    const [object, field] = name.replace(/^sfdc:RecordField\./, '').split('.');
    // A compact layout may show a field twice: the first stands.
    if (object === 'Opportunity' && field !== undefined && !own.has(field)) own.set(field, { text: text.trim(), link });
  }
  const name = own.get('Name')?.text ?? '';
  const stageName = own.get('StageName')?.text ?? '';
  const outcome = outcomeBy(path) ?? (Object.hasOwn(CLOSED, stageName) ? CLOSED[stageName] : undefined);
  if (name === '' || outcome === undefined) return null;

  const read = reading(own, ref.id, now);
  const organisation = facts && setUpOf(facts.setUp).organisation;
  const country = commonCountry(lang, browserLanguage);
  const currency =
    (organisation && !organisation.multiCurrency ? organisation.currency : null) ??
    (country === undefined ? null : currencyOfLocale(`_${country}`));
  const order = dayOrder(
    fields.map(([, text = '']) => text),
    lang,
    browserLanguage,
  );
  const stage: Known<Stage> = read('StageName', (text) => ({
    name: text,
    label: text,
    order: missing('not-shown'),
  }));
  const unknown = <T>(): Known<T> => missing('not-shown', undefined, now);
  return {
    ref,
    opportunity: {
      id: ref.id,
      name,
      outcome,
      account: read('AccountId', (text, link) => linked(text, link, '001')),
      owner: read('OwnerId', (text, link) => linked(text, link, '005')),
      stage,
      forecastCategory: unknown(),
      amount: read('Amount', (text) => shownAmount(text, currency)),
      closeDate: read('CloseDate', (text) => shownDay(text, order)),
      createdOn: unknown(),
      probability: read('Probability', share),
      nextStep: read('NextStep', (text) => text),
      type: read('Type', (text) => text),
      products: unknown(),
      fields: {},
    },
    account: unknown(),
    family: unknown(),
    lookalikes: unknown(),
    credits: unknown(),
    committee: unknown(),
    activities: unknown(),
    history: unknown(),
    competitors: unknown(),
    quotes: unknown(),
    team: unknown(),
    stages: unknown(),
    asOf: now,
  };
}

/** Whether what the page shows is what was read before: then what was read, which is more, still stands. */
export function confirms(shown: Dossier, kept: Dossier): boolean {
  const [now, before] = [shown.opportunity, kept.opportunity];
  const same = <T>(a: Known<T>, b: Known<T>, part: (value: T) => unknown) => {
    const value = ifGiven(a);
    const was = ifGiven(b);
    return value === undefined || (was !== undefined && part(value) === part(was));
  };
  return (
    now.name === before.name &&
    now.outcome === before.outcome &&
    same(now.amount, before.amount, ({ minor, currency }) => `${minor} ${currency}`) &&
    same(now.closeDate, before.closeDate, (day) => day) &&
    same(now.stage, before.stage, ({ label }) => label) &&
    same(now.owner, before.owner, ({ id }) => id)
  );
}

function reading(
  own: ReadonlyMap<string, { readonly text: string; readonly link: string }>,
  record: string,
  now: Instant,
) {
  return <T>(field: string, parse: (text: string, link: string) => T | undefined): Known<T> => {
    const source = { kind: 'crm', field: `Opportunity.${field}`, record } as const;
    const shown = own.get(field);
    if (!shown) return missing('not-shown', source, now);
    if (shown.text === '') return missing('not-recorded', source, now);
    const value = parse(shown.text, shown.link);
    return value === undefined ? missing('not-readable', source, now) : given(value, source, now);
  };
}

function outcomeBy(path: readonly string[]): Outcome | undefined {
  return BY_PATH.find(([mark]) => path.some((classes) => classes.split(/\s+/).includes(mark)))?.[1];
}

/** The record that a field leads to: its id is in the link's address. */
function linked(
  name: string,
  link: string,
  prefix: string,
): { readonly id: string; readonly name: string } | undefined {
  const id = recordId(/\/lightning\/r\/(?:\w+\/)?([A-Za-z0-9]{15,18})(?:\/|$)/.exec(link)?.[1]);
  return id !== undefined && keyPrefix(id) === prefix ? { id, name } : undefined;
}

/** A percentage of whole points, as a share. */
function share(text: string): number | undefined {
  const points = Number(/^(\d{1,3})(?:[.,]0+)?\s?%$/.exec(text.replace(/[\u00a0\u202f]/g, ' '))?.[1]);
  return points >= 0 && points <= 100 ? points / 100 : undefined;
}
