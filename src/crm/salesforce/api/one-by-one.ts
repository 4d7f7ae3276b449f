import type { CrmProblem } from '../../../core/model/crm-problem';
import { ok, problem, type Result } from '../../../core/value/result';
import type { Answered, Client } from './client';
import { addressOf, type Part, type Parts } from './composite';
import { readsOf } from './reads';
import { REFERENCE, referred } from './references';

/** Asks each part of a call by itself, as soon as what it refers to is there. */
export async function oneByOne<K extends string>(
  client: Client,
  version: string,
  parts: readonly (readonly [name: string, part: Part])[],
): Promise<Parts<K>> {
  const asked = new Map<string, Promise<Result<Answered, CrmProblem>>>();
  for (const [name, part] of parts) {
    const address = addressOf(version, part);
    const before = new Map(asked);
    asked.set(
      name,
      (async () => {
        const whole = await filled(address, before);
        return whole === undefined ? problem<CrmProblem>({ kind: 'not-found' }) : client.get(whole, readsOf([part]));
      })(),
    );
  }
  const answers = await Promise.all([...asked].map(async ([name, answer]) => [name, await answer] as const));
  return {
    of: Object.fromEntries(
      answers.map(([name, answer]) => [name, answer.ok ? ok(answer.value.body) : answer]),
    ) as Parts<K>['of'],
    words: Object.fromEntries(
      answers.flatMap(([name, answer]) =>
        !answer.ok && answer.problem.kind === 'invalid' ? [[name, answer.problem.words]] : [],
      ),
    ),
    at: client.now(),
  };
}

/** An address with its references filled in; `undefined` where one leads to nothing. */
async function filled(
  address: string,
  asked: ReadonlyMap<string, Promise<Result<Answered, CrmProblem>>>,
): Promise<string | undefined> {
  let whole = address;
  for (const [reference, name = '', field = ''] of address.matchAll(REFERENCE)) {
    const answer = await asked.get(name);
    const value = referred({ [name]: answer?.ok ? ok(answer.value.body) : undefined }, name, field);
    if (value === undefined) return undefined;
    whole = whole.replaceAll(reference, encodeURIComponent(value));
  }
  return whole;
}
