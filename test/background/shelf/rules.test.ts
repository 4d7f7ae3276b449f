import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetOf } from '../../../src/background/clock';
import { rulesFileIn, rulesFileOrNoneIn } from '../../../src/background/desk/asking/requests';
import { lessons } from '../../../src/background/learn/lessons';
import { judgedDeals } from '../../../src/background/shelf/judged';
import { ruleBook } from '../../../src/background/shelf/rules';
import { openDatabase } from '../../../src/store/open';
import { storeIn } from '../../../src/store/store';
import { FIRST, standIn } from '../../crm/salesforce/stand-in';

const SHIPPED = readFileSync(new URL('../../../assets/risk-rules.json', import.meta.url), 'utf8');
const NOW = Date.UTC(2026, 10, 24, 15);

/** Speaks for every open deal that has a name for its stage. */
const OWN = JSON.stringify({
  format: 1,
  economicBuyerRoles: [],
  rules: [
    {
      id: 'any-stage',
      version: 1,
      severity: 'low',
      when: { not: { missing: 'stage' } },
      says: { text: 'In {stage}.' },
    },
  ],
});

let count = 0;
async function office(withDeal = true) {
  count += 1;
  const store = storeIn(await openDatabase(`rules-${count}`), () => NOW);
  const org = standIn('Cecily Lampkin');
  const row = org.rows('Opportunity').find(({ OwnerId, IsClosed }) => OwnerId === org.me.Id && IsClosed === false);
  if (withDeal) {
    const { facts, dossier, now } = await org.look(row!, FIRST);
    const owned = { crm: 'salesforce', organisation: facts.organisation, user: facts.user } as const;
    const host = dossier.ref.host;
    await store.keepConnection({ ...owned, host, facts, clockOffset: offsetOf(now, NOW), at: now });
    await store.keepDossier({ ...owned, id: dossier.ref.id }, dossier.ref, dossier);
  }
  const learning = lessons(store, null, () => 0);
  const book = ruleBook({
    store,
    shipped: async () => SHIPPED,
    deals: () => judgedDeals({ store, lessons: learning, clock: () => NOW }),
  });
  return { store, book };
}
const file = (text: string, fileName = 'ours.json') => ({ fileName, text });

describe('risk rules of one’s own', () => {
  test('are tried on the deals in the cache, and nothing takes effect', async () => {
    const { book } = await office();
    const before = await book.inForce();
    expect(before).toMatchObject({ fileName: null, rules: { format: 1 } });
    const tried = await book.tryOut(file(OWN));
    if (!tried.ok) throw new Error('refused');
    const { deals, changed, changes, byRule } = tried.value;
    expect({ deals, changed }).toEqual({ deals: 1, changed: 1 });
    expect(changes[0]?.gains.map(({ rule, severity }) => [rule, severity])).toEqual([['any-stage', 'low']]);
    expect(byRule.find(({ rule }) => rule === 'any-stage')).toEqual({
      rule: 'any-stage',
      before: 0,
      after: 1,
      undecided: 0,
    });
    // By the file none of the shipped rules speaks any more, and what spoke is lost.
    expect(byRule.filter(({ rule }) => rule !== 'any-stage').every(({ after }) => after === 0)).toBe(true);
    expect(changes[0]?.loses.length).toBe(byRule.reduce((sum, { before: now }) => sum + now, 0));
    expect(await book.inForce()).toEqual(before);
  });

  test('take effect when they are used, and last; the shipped ones come back', async () => {
    const { store, book } = await office(false);
    expect(await book.activate(file(OWN))).toMatchObject({ ok: true, value: { fileName: 'ours.json' } });
    const awake = ruleBook({ store, shipped: async () => SHIPPED, deals: async () => [] });
    const inForce = await awake.inForce();
    expect(inForce?.rules.rules.map(({ id }) => id)).toEqual(['any-stage']);
    await awake.activate(null);
    expect((await awake.inForce())?.fileName).toBeNull();
  });

  test('are refused with every place and reason, and the old ones stay', async () => {
    const { book } = await office(false);
    await book.activate(file(OWN));
    const broken = { ...JSON.parse(OWN), rules: [{ ...JSON.parse(OWN).rules[0], severity: 'dire', version: 0 }] };
    for (const refused of [
      await book.tryOut(file(JSON.stringify(broken))),
      await book.activate(file(JSON.stringify(broken))),
    ]) {
      if (refused.ok) throw new Error('taken');
      expect(refused.problem.map(({ path }) => path).sort()).toEqual(['rules[0].severity', 'rules[0].version']);
    }
    expect(await book.tryOut(file('{"format": 1,'))).toMatchObject({
      ok: false,
      problem: [{ path: '', because: { key: 'deal_rules_not_json' } }],
    });
    expect((await book.inForce())?.fileName).toBe('ours.json');
  });

  test('that cannot be read back leave the shipped ones in force', async () => {
    const { store, book } = await office(false);
    for (const kept of ['{', 7, { fileName: 'a', text: '{}' }, { fileName: 1, text: OWN }]) {
      await store.keepSetting('risk-rules', kept);
      expect((await book.inForce())?.fileName).toBeNull();
    }
  });

  test('with no deal in the cache, are tried on none', async () => {
    const { book } = await office(false);
    expect(await book.tryOut(file(OWN))).toMatchObject({ ok: true, value: { deals: 0, changed: 0, changes: [] } });
  });
});

describe('a request about rules is read, not trusted', () => {
  test('a file, or none', () => {
    expect(rulesFileIn(file('{}'))).toEqual(file('{}'));
    expect(rulesFileOrNoneIn({ file: null })).toBeNull();
    expect(rulesFileOrNoneIn({ file: { ...file('{}'), more: 1 } })).toEqual(file('{}'));
    expect(() => rulesFileIn(file('x'.repeat(300_001)))).toThrow();
    expect(() => rulesFileOrNoneIn({})).toThrow();
    expect(() => rulesFileOrNoneIn(null)).toThrow();
  });

  test('whatever else comes is refused', () => {
    fc.assert(
      fc.property(fc.anything(), (request) => {
        try {
          const { fileName, text } = rulesFileIn(request);
          expect([typeof fileName, typeof text]).toEqual(['string', 'string']);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});
