import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PANEL_CALLS } from '../../../../src/background/desk/asking/panel-calls';
import { pageClient } from '../../../../src/messages/port';
import { ACME } from '../../../crm/salesforce/acme';
import { joined } from '../../joined';
import { IN_TAB, running } from '../../running';

const PANEL = resolve(import.meta.dirname, '../../../../src/panel');
const asked = readdirSync(PANEL, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) => [...readFileSync(join(PANEL, file), 'utf8').matchAll(/\.call\('(\w+)'/g)].map(([, call]) => call));

describe('a panel in somebody else’s page', () => {
  test('may ask all that the panel asks, and nothing besides', () => {
    expect([...new Set(asked)].sort()).toEqual([...PANEL_CALLS].sort());
  });

  test('is not told which deals are kept or what plans there are, and cannot have anything forgotten', async () => {
    const { start } = await running(ACME);
    const port = joined();
    start().serve(port.back, IN_TAB);
    const panel = pageClient(() => port.page);
    await expect(panel.call('cached', { query: '', after: null })).rejects.toThrow();
    await expect(panel.call('plans', null)).rejects.toThrow();
    await expect(panel.call('forgetAll', null)).rejects.toThrow();
    expect(await panel.call('folded', null)).toEqual([]);
  });
});
