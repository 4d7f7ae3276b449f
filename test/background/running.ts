import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { background } from '../../src/background/background';
import type { Asker } from '../../src/background/desk/asking/sender';
import type { Ground } from '../../src/background/ground';
import type { RecordRef } from '../../src/core/model/record-ref';
import type { Reading } from '../../src/messages/reading';
import { openDatabase } from '../../src/store/open';
import { storeIn } from '../../src/store/store';
import { DEAL } from '../crm/salesforce/acme';
import { type Script, scriptedOrg } from '../crm/salesforce/scripted-org';
import { quietGround } from './ground';
import { user } from './pages';

export const HOST = 'acme.lightning.force.com';
export const REF: RecordRef = { crm: 'salesforce', host: HOST, kind: 'opportunity', id: DEAL };
export const IN_TAB: Asker = { inside: HOST, tabId: 3, container: '' };
export const SECRET = '00D000000000001!AQ.very-secret';
export const RULES = readFileSync(new URL('../../assets/risk-rules.json', import.meta.url), 'utf8');
export const NOW = Date.UTC(2026, 10, 24, 9);

let databases = 0;
/** The whole background over a scripted organisation and a real database, and pages that ask it. */
export async function running(script: Script, more: Partial<Ground> = {}) {
  databases += 1;
  const database = await openDatabase(`background-${databases}`);
  const store = storeIn(database, () => NOW);
  const world = { org: scriptedOrg(script), time: NOW, secret: SECRET as string | null };
  const memory = new Map<string, unknown>();
  const docked: unknown[] = [];
  const ground: Ground = {
    ...quietGround({
      store,
      http: { send: (request) => world.org.http.send(request) },
      clock: () => world.time,
      memory,
      secret: () => world.secret,
    }),
    shippedRules: async () => RULES,
    openOptions: async (at) => void docked.push(at ?? 'options'),
    undock: async (hostname) => void docked.push(`forgot ${hostname}`),
    dockIn: async (tabId, change) => void docked.push([tabId, change]),
    ...more,
  };
  const start = () => background(ground);
  const page = (back = start(), asker = IN_TAB) => {
    const client = user(back, asker);
    const pushed: Reading[] = [];
    client.on('reading', (reading) => pushed.push(reading));
    return { client, pushed };
  };
  return { world, store, database, memory, docked, start, page };
}
export const until = async (met: () => boolean) => {
  for (let tries = 0; tries < 200 && !met(); tries += 1) await new Promise((settle) => setTimeout(settle, 5));
  expect(met()).toBe(true);
};
export const isDone = (pushed: readonly Reading[]) => pushed.some(({ connection }) => !connection.reading);
