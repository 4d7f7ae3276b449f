import { Fault, malformedQuery } from '../fault';
import { recordId } from '../id';
import { CORPORATE, exchange } from '../records/currencies';
import { evaluate } from '../soql/evaluate';
import type { Setting } from '../soql/scope';
import { type Answer, good } from './answer';
import type { Call } from './api';

const BATCH = { least: 200, most: 2000 };

/** Answers too long for one batch wait here for `nextRecordsUrl`. */
export class Cursors {
  readonly #kept = new Map<
    string,
    { readonly records: readonly unknown[]; readonly userId: string; readonly size: number }
  >();
  #count = 0;

  keep(records: readonly unknown[], userId: string, size: number): string {
    this.#count += 1;
    const locator = recordId('01g', this.#count);
    this.#kept.set(locator, { records, userId, size });
    return locator;
  }

  /** @throws {Fault} a locator that nobody has handed out, or handed out to somebody else */
  page(
    locator: string,
    from: number,
    userId: string,
  ): { readonly records: readonly unknown[]; readonly total: number; readonly size: number } {
    const kept = this.#kept.get(locator);
    if (!kept || kept.userId !== userId) throw new Fault(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return { records: kept.records.slice(from, from + kept.size), total: kept.records.length, size: kept.size };
  }
}

/** `query`, `queryAll` and the batches after the first. */
export function query(
  call: Call,
  soql: string | null,
  locator: string | undefined,
  deleted: boolean,
  options: string | undefined,
): Answer {
  if (locator !== undefined) {
    const [name = '', from = '0'] = locator.split('-');
    return good(batchAt(call, name, Number(from)));
  }
  if (soql === null || soql.trim() === '') throw malformedQuery('unexpected token: <EOF>');
  const { tables, today, calendar } = call.organisation;
  const money = moneyOf(call);
  const answer = evaluate(soql, {
    tables,
    today,
    sight: call.sight,
    root: call.root,
    deleted,
    calendar,
    ...(money && { money }),
    batch: (records) => childBatch(call, records),
  });
  const wrong = call.switches.wrongShape;
  if (wrong !== null && new RegExp(`FROM\\s+${wrong.object}\\b(?![^(]*\\))`, 'i').test(soql)) {
    return good({ totalSize: answer.totalSize, done: true, records: wrong.records });
  }
  const asked = Number(/batchSize=(\d+)/.exec(options ?? '')?.[1] ?? BATCH.most);
  const size = Math.min(BATCH.most, Math.max(BATCH.least, asked));
  if (answer.records.length <= size) return good({ totalSize: answer.totalSize, done: true, records: answer.records });
  return good(batchAt(call, call.cursors.keep(answer.records, call.userId, size), 0));
}

/** The children of one record, as a sub-query gives them: what does not fit waits for its own `nextRecordsUrl`. */
function childBatch(call: Call, records: readonly unknown[]): unknown {
  const size = call.switches.childBatch;
  return records.length <= size
    ? { totalSize: records.length, done: true, records }
    : batchAt(call, call.cursors.keep(records, call.userId, size), 0);
}

/** Rates and the user's currency, where the organisation has several. */
function moneyOf({ switches: { features }, organisation: { tables }, userId }: Call): Setting['money'] {
  if (!features.multiCurrency) return undefined;
  const rows = (object: string) => tables.get(object)?.rows ?? [];
  return {
    exchange: exchange(rows('currencytype'), features.datedRates ? rows('datedconversionrate') : null),
    users: String(tables.get('user')?.byId(userId)?.DefaultCurrencyIsoCode ?? CORPORATE),
    dated: features.datedRates,
  };
}

/** A batch of a long answer. The address says `query` also where the answer began as `queryAll`. */
function batchAt(call: Call, locator: string, from: number): unknown {
  const { records, total, size } = call.cursors.page(locator, from, call.userId);
  const done = from + size >= total;
  const next = `${call.root}/query/${locator}-${from + size}`;
  return { totalSize: total, done, ...(!done && { nextRecordsUrl: next }), records };
}
