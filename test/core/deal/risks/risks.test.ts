import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dryRun } from '../../../../src/core/deal/risks/dry-run';
import type { Judged } from '../../../../src/core/deal/risks/facts';
import { readRiskRules } from '../../../../src/core/deal/risks/read-rules';
import { risksOf } from '../../../../src/core/deal/risks/risks';
import type { RiskRule, RiskRules } from '../../../../src/core/deal/risks/rule';
import type { Dossier } from '../../../../src/core/model/dossier';
import { civilDate } from '../../../../src/core/value/civil-date';
import { missing } from '../../../../src/core/value/known';
import { moneyOf } from '../../../../src/core/value/money';
import { act, CLOCK, daysAgo, deal, known, member, row } from '../evidence/a-deal';

const text = readFileSync(new URL('../../../../assets/risk-rules.json', import.meta.url), 'utf8');
const read = readRiskRules(JSON.parse(text));
if (!read.ok) throw new Error(JSON.stringify(read.problem));
const RULES = read.value;

const QUARTER = {
  label: 'Q2',
  kind: 'quarter',
  start: civilDate('2026-04-01'),
  end: civilDate('2026-07-01'),
} as const;
const judged = (dossier: Dossier, but: Partial<Judged> = {}): Judged => ({
  dossier,
  clock: CLOCK,
  learned: { wonCycles: known(Array.from({ length: 12 }, (_, index) => 20 + index * 10)) }, // 20 … 130 days
  periods: [QUARTER, { ...QUARTER, label: 'Q3', start: civilDate('2026-07-01'), end: civilDate('2026-10-01') }],
  ...but,
});
const atRisk = (dossier: Dossier, but?: Partial<Judged>) =>
  risksOf(RULES, judged(dossier, but)).risks.map(({ rule }) => rule);
const SOUND = deal({}, { activities: known([act({ contactIds: ['ann'] }), act({ contactIds: ['bob'] })]) });
const sound = (opportunity: Partial<Dossier['opportunity']> = {}, blocks: Partial<Dossier> = {}): Dossier => ({
  ...SOUND,
  ...blocks,
  opportunity: { ...SOUND.opportunity, ...opportunity },
});

describe('the rules shipped', () => {
  it('find nothing on a sound deal', () => {
    expect(risksOf(RULES, judged(SOUND))).toEqual({ risks: [], undecided: [] });
  });

  const old = { createdOn: known(civilDate('2026-02-15')) }; // 120 days
  const two = (ago: number) => known(['ann', 'bob'].map((who) => act({ at: daysAgo(ago), contactIds: [who] })));

  it('silence: the last act is older than a long silence', () => {
    expect(atRisk(sound(old, { activities: two(60) }))).toEqual([]);
    expect(atRisk(sound(old, { activities: two(61) }))).toEqual(['silence']);
  });

  it('overdue: from the day after the close date', () => {
    expect(atRisk(sound({ closeDate: known(civilDate('2026-06-15')) }))).toEqual([]);
    expect(atRisk(sound({ closeDate: known(civilDate('2026-06-14')) }))).toEqual(['overdue']);
  });

  it('commit without evidence', () => {
    expect(atRisk(sound({ ...old, forecastCategory: known('commit') }, { activities: two(61) }))).toEqual([
      'silence',
      'commit-without-evidence',
    ]);
  });

  it('older than every won deal', () => {
    expect(atRisk(sound({ createdOn: known(civilDate('2026-02-05')) }))).toEqual([]); // 130 days
    expect(atRisk(sound({ createdOn: known(civilDate('2026-02-04')) }))).toEqual(['older-than-every-won-deal']);
  });

  it('say where a published figure comes from', () => {
    const due = known([row(daysAgo(50), { closeDate: known(civilDate('2026-05-15')) }), row(daysAgo(5))]);
    expect(risksOf(RULES, judged(sound({}, { history: due }))).risks).toMatchObject([
      { rule: 'pushed', source: expect.stringContaining('Ebsta') },
    ]);
  });

  it('pushed twice, or once by more than eight weeks', () => {
    const due = (...dates: string[]) =>
      known(dates.map((date, index) => row(daysAgo(50 - index), { closeDate: known(civilDate(date)) })));
    expect(atRisk(sound({}, { history: due('2026-06-15', '2026-07-15') }))).toEqual([]);
    expect(atRisk(sound({}, { history: due('2026-06-15', '2026-07-01', '2026-07-15') }))).toEqual(['pushed']);
    expect(atRisk(sound({}, { history: due('2026-05-15', '2026-07-15') }))).toEqual(['pushed']);
  });

  it('stalled: more than 60 days in a stage and nothing from the buyer in it', () => {
    const since = (ago: number) => known([row(daysAgo(ago))]);
    expect(atRisk(sound(old, { history: since(70), activities: two(71) }))).toEqual(['silence', 'stalled-in-stage']);
    expect(atRisk(sound(old, { history: since(70), activities: two(30) }))).toEqual([]);
  });

  it('single-threaded: everything rests on one person', () => {
    expect(atRisk(sound({}, { activities: known([act(), act()]) }))).toEqual(['single-threaded']);
  });

  it('no economic buyer: every role can be read and none is one', () => {
    expect(atRisk(sound({}, { committee: known([member('ann', known('Evaluator')), member('bob')]) }))).toEqual([]);
    const none = known([member('ann', known('Evaluator')), member('bob', missing('not-recorded'))]);
    expect(atRisk(sound({}, { committee: none }))).toEqual(['no-economic-buyer']);
  });

  it('no evidence: nothing is recorded, which is not called silence', () => {
    expect(atRisk(sound({}, { activities: known([]) }))).toEqual(['no-evidence']);
  });

  it('no next step', () => {
    expect(atRisk(sound({ nextStep: missing('not-recorded') }))).toEqual(['no-next-step']);
  });

  it("due on a quarter's last two days, with no date of the buyer's", () => {
    expect(atRisk(sound({ closeDate: known(civilDate('2026-06-29')) }))).toEqual(['period-end-without-buyer-date']);
    expect(atRisk(sound({ closeDate: known(civilDate('2026-06-28')) }))).toEqual([]);
    const board = act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-10) });
    const activities = known([...('value' in SOUND.activities ? SOUND.activities.value : []), board]);
    expect(atRisk(sound({ closeDate: known(civilDate('2026-06-30')) }, { activities }))).toEqual([]);
  });

  it('a deal that has ended runs no risk', () => {
    expect(atRisk(sound({ outcome: 'lost', closeDate: known(civilDate('2026-01-01')) }))).toEqual([]);
  });
});

describe('what cannot be read is undecided, not a risk', () => {
  it('hidden activities, a hidden next step, a hidden role, no history, nothing learned', () => {
    const blind = sound(
      { nextStep: missing('hidden') },
      {
        activities: missing('hidden'),
        history: missing('feature-off'),
        committee: known([member('ann', missing('hidden'))]),
      },
    );
    const { risks, undecided } = risksOf(RULES, { dossier: blind, clock: CLOCK });
    expect(risks).toEqual([]);
    // Commit without evidence is decided: the deal is forecast as best case, whatever the evidence.
    expect(undecided.map(({ rule }) => rule).sort()).toEqual([
      'no-economic-buyer',
      'no-evidence',
      'no-next-step',
      'older-than-every-won-deal',
      'period-end-without-buyer-date',
      'pushed',
      'silence',
      'single-threaded',
      'stalled-in-stage',
    ]);
    expect(undecided.find(({ rule }) => rule === 'no-next-step')?.lacks[0]?.of.missing).toBe('hidden');
  });
});

const rule = (id: string, when: RiskRule['when'], but: Partial<RiskRule> = {}): RiskRule => ({
  id,
  version: 1,
  severity: 'low',
  when,
  says: { text: id },
  ...but,
});
const rules = (...all: RiskRule[]): RiskRules => ({ format: 1, economicBuyerRoles: [], rules: all });

describe('what a risk says', () => {
  it('the gravest first, with the facts it was judged by', () => {
    const grave = rule('grave', { fact: 'amount', is: '>', than: 100 }, { severity: 'high' });
    const { risks } = risksOf(rules(rule('light', { fact: 'pushes', is: '=', than: 0 }), grave), judged(SOUND));
    expect(risks.map(({ rule: id }) => id)).toEqual(['grave', 'light']);
    expect(risks[0]?.facts).toMatchObject([
      { name: { key: 'deal_fact_amount' }, of: { value: 50_000, figure: { money: moneyOf(50_000, 'USD') } } },
    ]);
  });

  it("the administrator's own words, with facts and an own field in them", () => {
    const own = rule(
      'legal',
      { fact: 'field:Legal__c', is: '=', than: 'open' },
      { says: { text: 'Legal is {field:Legal__c} after {age_days} days; {field:None__c}' } },
    );
    const dossier = sound({ fields: { Legal__c: known('Open') } });
    expect(risksOf(rules(own), judged(dossier)).risks[0]?.says.figures).toEqual([
      { unit: 'text', text: 'Legal is Open after 60 days; ?' },
    ]);
  });
});

describe('the end of a period', () => {
  it('the first day of a quarter belongs to the quarter that begins', () => {
    const first = sound({ closeDate: known(civilDate('2026-07-01')) });
    const ninetyOne = rules(rule('end', { fact: 'days_close_to_period_end', is: '=', than: 91 }));
    expect(risksOf(ninetyOne, judged(first)).risks).toHaveLength(1); // 30 September
  });

  it('of a month counts before that of its quarter', () => {
    const june = { ...QUARTER, label: 'June', kind: 'month', start: civilDate('2026-06-01') } as const;
    const may = { ...QUARTER, label: 'May', kind: 'month', start: civilDate('2026-05-01'), end: june.start } as const;
    const end = rules(rule('end', { fact: 'days_close_to_period_end', is: '=', than: 0 }));
    const due = sound({ closeDate: known(civilDate('2026-05-31')) });
    expect(risksOf(end, judged(due, { periods: [QUARTER, june, may] })).risks).toHaveLength(1);
    expect(risksOf(end, judged(due, { periods: [QUARTER] })).risks).toHaveLength(0);
  });
});

describe('a dry run', () => {
  const inForce = rules(
    rule('overdue', { fact: 'days_overdue', is: '>', than: 0 }),
    rule('big', { fact: 'amount', is: '>', than: 40_000 }),
  );
  const planned = rules(
    rule('overdue', { fact: 'days_overdue', is: '>', than: 10 }),
    rule('big', { fact: 'amount', is: '>', than: 40_000 }, { severity: 'high', version: 2 }),
    rule('unlikely', { fact: 'probability', is: '<', than: 0.6 }),
  );
  const deals = [
    judged(sound({ name: 'late', closeDate: known(civilDate('2026-06-10')), amount: missing('hidden') })),
    judged(sound({ name: 'big', probability: missing('hidden') })),
    judged(sound({ name: 'calm', amount: missing('hidden'), probability: known(0.9) })),
    judged(sound({ name: 'done', outcome: 'won' })),
  ];
  const run = dryRun(planned, inForce, deals);

  it('tells which deals would gain or lose which risk, and which would be graver', () => {
    const ids = (all: readonly { rule: string }[]) => all.map(({ rule: id }) => id);
    expect(
      run.changes.map(({ name, gains, loses, altered }) => [
        name,
        ids(gains),
        ids(loses),
        altered.map(({ after }) => after.rule),
      ]),
    ).toEqual([
      ['late', ['unlikely'], ['overdue'], []],
      ['big', [], [], ['big']],
    ]);
  });

  it('and how many deals each rule speaks for', () => {
    expect(run.deals).toBe(3);
    expect(run.byRule).toEqual([
      { rule: 'overdue', before: 1, after: 0, undecided: 0 },
      { rule: 'big', before: 1, after: 1, undecided: 2 },
      { rule: 'unlikely', before: 0, after: 1, undecided: 1 },
    ]);
  });

  it('tells a change of severity alone', () => {
    const graver = rules(...inForce.rules.map((one): RiskRule => ({ ...one, severity: 'high' })));
    expect(dryRun(graver, inForce, deals).changes.map(({ altered }) => altered.length)).toEqual([1, 1]);
  });

  it('of the rules in force changes nothing', () => {
    expect(dryRun(inForce, inForce, deals).changes).toEqual([]);
  });

  it('one way is the other way round backwards', () => {
    const back = dryRun(inForce, planned, deals);
    const flat = (changes: typeof run.changes, key: 'gains' | 'loses') =>
      changes.map((change) => change[key].map(({ rule: id }) => id));
    expect(flat(back.changes, 'gains')).toEqual(flat(run.changes, 'loses'));
    expect(flat(back.changes, 'loses')).toEqual(flat(run.changes, 'gains'));
  });
});
