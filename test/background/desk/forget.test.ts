import { describe, expect, test } from 'vitest';
import type { Asker } from '../../../src/background/desk/asking/sender';
import { normsTeacher } from '../../../src/background/learn/teacher';
import type { RecordKey, RecordRef } from '../../../src/core/model/record-ref';
import { ifGiven, isGiven } from '../../../src/core/value/known';
import type { Http } from '../../../src/crm/http';
import { ACME, DEAL } from '../../crm/salesforce/acme';
import { scriptedOrg } from '../../crm/salesforce/scripted-org';
import { HOST, isDone, REF, running, until } from '../running';

const OPTIONS: Asker = { inside: null, tabId: 9, container: '' };
const FROM_CRM = ['dossiers', 'lines', 'companies', 'books', 'norms', 'snapshots', 'connections', 'syncs'] as const;

type World = Awaited<ReturnType<typeof running>>;
const rows = async ({ database }: World) =>
  Object.fromEntries(
    await Promise.all(FROM_CRM.map(async (name) => [name, (await database.getAll(name)).length] as const)),
  );
const NOTHING = Object.fromEntries(FROM_CRM.map((name) => [name, 0]));

/** An organisation that answers only when it is let. */
function slow() {
  const org = scriptedOrg(ACME);
  const waiting: (() => void)[] = [];
  const state = { held: false };
  const http: Http = {
    async send(request) {
      if (state.held) await new Promise<void>((go) => waiting.push(go));
      return org.http.send(request);
    },
  };
  return {
    http,
    hold: () => {
      state.held = true;
    },
    isAsked: () => waiting.length > 0,
    letGo: () => {
      state.held = false;
      for (const go of waiting.splice(0)) go();
    },
  };
}

describe('everything forgotten', () => {
  test('is gone from the disk and from memory, and from a panel that stands open', async () => {
    const world = await running(ACME, { teacher: normsTeacher });
    const back = world.start();
    const panel = world.page(back);
    await panel.client.call('watch', { ref: REF });
    await until(() => isDone(panel.pushed));
    await panel.client.call('glanced', { ref: REF, glance: { attained: 0.5, worth: '$1', says: 'half' } });
    await world.page(back, OPTIONS).client.call('forgetAll', null);
    await until(() => panel.pushed.length > 0 && !isGiven(panel.pushed.at(-1)!.dossier));
    expect(await rows(world)).toEqual(NOTHING);
    expect(JSON.stringify([...world.memory])).not.toMatch(/very-secret|half/);
    expect(panel.pushed.at(-1)?.book).toMatchObject({ missing: 'not-yet-read' });
  });

  test('stays forgotten, though a deal was being read', async () => {
    const org = slow();
    const world = await running(ACME, { http: org.http });
    const back = world.start();
    const panel = world.page(back);
    org.hold();
    await panel.client.call('watch', { ref: REF });
    await until(org.isAsked);
    await world.page(back, OPTIONS).client.call('forgetAll', null);
    const before = panel.pushed.length;
    org.letGo();
    await until(() => panel.pushed.slice(before).some(({ connection }) => !connection.reading));
    expect(await rows(world)).toEqual(NOTHING);
    expect(ifGiven(panel.pushed.at(-1)!.dossier)).toBeUndefined();
    // What is asked for after that is read and kept as ever.
    expect((await panel.client.call('refresh', { ref: REF })).ok).toBe(true);
    expect(ifGiven(panel.pushed.at(-1)!.dossier)?.opportunity.name).toBe('Acme - 200 seats');
  });
});

describe('one deal forgotten', () => {
  test('stays forgotten, though it was being read; what else that reading brought is kept', async () => {
    const org = slow();
    const world = await running(ACME, { http: org.http });
    const back = world.start();
    const panel = world.page(back);
    await panel.client.call('refresh', { ref: REF });
    const { dossiers, ...others } = await rows(world);
    expect(dossiers).toBe(1);
    org.hold();
    const again = panel.client.call('refresh', { ref: REF });
    await until(org.isAsked);
    const [{ key }] = (await world.store.dossiers()) as unknown as [{ readonly key: RecordKey }];
    await world.page(back, OPTIONS).client.call('forget', { key });
    org.letGo();
    expect((await again).ok).toBe(true);
    expect(await rows(world)).toEqual({ ...others, dossiers: 0, lines: 0, snapshots: 0 });
  });
});

describe('a site disconnected', () => {
  const GOV = 'acme.lightning.crmforce.mil';
  const THERE: RecordRef = { ...REF, host: GOV };
  const granted = { granted: async () => true };

  test('takes with it all that was read there of a CRM whose organisations are not named by their hosts', async () => {
    const world = await running(ACME);
    const back = world.start();
    const there = world.page(back, { inside: GOV, tabId: 5, container: '' });
    expect((await there.client.call('refresh', { ref: THERE })).ok).toBe(true);
    expect((await rows(world)).dossiers).toBe(1);
    await world.page(back, OPTIONS).client.call('disconnectSite', { origin: `https://${GOV}` });
    expect(await rows(world)).toEqual(NOTHING);
    expect(JSON.stringify([...world.memory])).not.toContain('very-secret');
    expect(world.docked).toContain(`forgot ${GOV}`);
  });

  test('leaves what was read of the same organisation through another host, and all of others', async () => {
    const world = await running(ACME, {
      siteRights: {
        ...granted,
        giveBack: async () => undefined,
        register: async () => undefined,
        startIn: async () => undefined,
      },
    });
    const back = world.start();
    const here = world.page(back);
    await here.client.call('refresh', { ref: REF });
    const other = { crm: 'salesforce', organisation: '00DZ', user: '005Z', id: DEAL } as const;
    const kept = (await world.store.dossiers())[0]!.dossier;
    await world.store.keepDossier(other, { ...REF, host: 'zeta.lightning.force.com' }, kept);
    await world.store.keepConnection({
      ...(await world.store.connection(HOST))!,
      organisation: '00DZ',
      user: '005Z',
      host: 'zeta.lightning.force.com',
    });
    const before = await rows(world);
    const elsewhere: RecordRef = { ...THERE, kind: 'account', id: '001000000000001AAA' };
    await world.page(back, { inside: GOV, tabId: 5, container: '' }).client.call('refresh', { ref: elsewhere });
    await world.page(back, OPTIONS).client.call('disconnectSite', { origin: `https://${GOV}` });
    expect(await rows(world)).toEqual(before);
    expect(await world.store.dossier(other)).not.toBeNull();
    expect(await world.store.connection(GOV)).toBeNull();
  });
});
