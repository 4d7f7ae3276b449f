import { type Instant, instantOf } from '../../../src/core/value/instant';
import type { Http } from '../../../src/crm/http';
import { apiClient, type Client } from '../../../src/crm/tryton/api/client';
import recorded from './recorded/exchanges.json' with { type: 'json' };

/** What was asked of a real server, and what it answered. */
export type Exchange = {
  readonly name: string;
  readonly asked: string;
  readonly status: number;
  readonly answer: string;
};

export const AS_OF: Instant = instantOf(Date.parse('2026-11-24T03:31:49Z'));
export const AS = { asOf: AS_OF, currencies: { 1: 'USD' }, currency: 'USD' };

export function exchange(name: string): Exchange {
  const found = recorded.find((one) => one.name === name);
  if (!found) throw new Error(`nothing was recorded as ${name}`);
  return found;
}

/** The rows of a recorded answer. */
export const rows = (name: string) => JSON.parse(exchange(name).answer).result;

/** A server that answers everything as it was answered once. */
export function answering(name: string): Client {
  const { status, answer } = exchange(name);
  const http: Http = { send: async () => ({ status, text: answer, headers: {} }) };
  return apiClient('erp:8069#goalside', http, () => AS_OF);
}
