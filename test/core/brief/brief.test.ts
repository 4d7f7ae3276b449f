import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brief } from '../../../src/core/brief/brief';
import { MOST_QUESTIONS, type Question, questions } from '../../../src/core/brief/question';
import type { EmptyChair } from '../../../src/core/buyer/committee/empty-chairs';
import type { MissingItem, MissingKind } from '../../../src/core/buyer/missing/missing-item';
import { qualification } from '../../../src/core/buyer/process/qualification';
import type { ClaimKind, SaidAndShown, Verdict } from '../../../src/core/deal/said-and-shown/claim';
import { explained, isExplained, unanswered } from '../../../src/core/value/explained';
import { given, isGiven, missing } from '../../../src/core/value/known';
import { countFigure, phrase, phraseFigure, textFigure } from '../../../src/core/value/phrase';
import { FULL_BRIEF } from '../../panel/full-brief';
import { OFFERED } from '../../panel/offered';
import { DOSSIER, NOW, READING, RICH, withDeal } from '../../panel/readings';

const CLOCK = { now: NOW, zone: 'UTC' };
const PERIOD = { label: 'Q4', kind: 'quarter', start: '2026-10-01', end: '2027-01-01' } as never;
const PARTS = { period: PERIOD, learned: {}, roles: undefined, pay: null };
const NOTHING_SAID = qualification({ fields: {} });

const claim = (kind: ClaimKind, verdict: Verdict): SaidAndShown => ({
  claim: kind,
  name: phrase('name'),
  said: explained(1, countFigure(1), phrase('rule')),
  shown: [{ verdict, says: phrase(`shown ${kind}`), acts: [] }],
  verdict,
});
const chair = (role: string, usual = true): EmptyChair => ({
  chair: role,
  role,
  name: textFigure(role),
  within: textFigure(role),
  share: unanswered('too-few', phrase('few')),
  n: 0,
  usual,
  basis: 'prior',
  because: phrase(`chair ${role}`),
});
const gap = (what: MissingKind, standing: MissingItem['standing'] = 'absent'): MissingItem => ({
  what,
  name: phrase(what),
  because: phrase(`gap ${what}`),
  standing,
  importance: 0.5,
});
const asked = (all: readonly Question[]) => all.map(({ kind, topic }) => `${kind}: ${topic}`);

describe('the questions worth asking', () => {
  test('one of each first: the gravest contradiction, the emptiest chair, the weightiest gap', () => {
    const all = questions(
      [claim('stage', 'contradicted'), claim('amount', 'contradicted')],
      [chair('Economic buyer'), chair('User')],
      [gap('decision-date'), gap('next-step')],
      NOTHING_SAID,
    );
    expect(asked(all)).toEqual(['contradiction: progress', 'chair: chair Economic buyer', 'gap: date']);
    expect(all.map(({ because }) => because.key)).toEqual(['shown stage', 'chair Economic buyer', 'brief_gap_because']);
  });

  test('where one kind has none, the others fill its place', () => {
    const all = questions(
      [claim('stage', 'supported')],
      [chair('User'), chair('Coach')],
      [gap('amount')],
      NOTHING_SAID,
    );
    expect(asked(all)).toEqual(['chair: chair User', 'gap: amount', 'chair: chair Coach']);
  });

  test('no two are about the same: a contradicted close date leaves no room for the missing decision date', () => {
    const all = questions(
      [claim('close-date', 'contradicted')],
      [],
      [gap('decision-date'), gap('next-step')],
      NOTHING_SAID,
    );
    expect(asked(all).slice(0, 2)).toEqual(['contradiction: date', 'gap: next-step']);
  });

  test('what is hidden or unread is no question: the buyer cannot answer for our permissions', () => {
    const all = questions(
      [],
      [chair('Rarely there', false)],
      [gap('amount', 'hidden'), gap('next-step', 'unknown')],
      NOTHING_SAID,
    );
    expect(asked(all).join()).not.toMatch(/next-step|Rarely/);
  });

  test('the rep’s own probability is nothing to ask a customer about', () => {
    expect(asked(questions([claim('probability', 'contradicted')], [], [], NOTHING_SAID)).join()).not.toMatch(
      /contradiction/,
    );
  });

  test('with nothing contradicted and nobody missing, what qualifies a purchase is asked; what is on record is not', () => {
    expect(asked(questions([], [], [], NOTHING_SAID))).toEqual(['gap: authority', 'gap: amount', 'gap: date']);
    const fields = {
      Budget_Confirmed__c: given(true, { kind: 'crm', field: 'x' } as const, NOW),
      Authority__c: missing('hidden'),
    };
    expect(asked(questions([], [], [], qualification({ fields })))).toEqual(['gap: date', 'gap: process', 'gap: need']);
  });

  test('never more than three, never two about one thing, and each says by what it was chosen', () => {
    const claims = fc.array(
      fc.constantFrom(...(['stage', 'forecast', 'amount', 'close-date', 'next-step', 'probability'] as const)),
    );
    const gaps = fc.array(
      fc.constantFrom(
        ...(['committee', 'amount', 'decision-date', 'next-step', 'second-thread', 'buyer-year', 'account'] as const),
      ),
    );
    const chairs = fc.array(fc.constantFrom('User', 'Coach', 'Legal'));
    fc.assert(
      fc.property(claims, chairs, gaps, (kinds, roles, whats) => {
        const all = questions(
          kinds.map((kind) => claim(kind, 'contradicted')),
          roles.map((role) => chair(role)),
          whats.map((what) => gap(what)),
          NOTHING_SAID,
        );
        expect(all.length).toBeLessThanOrEqual(MOST_QUESTIONS);
        expect(new Set(all.map(({ topic }) => topic)).size).toBe(all.length);
        expect(all.every(({ because }) => because.key !== '')).toBe(true);
      }),
    );
  });
});

describe('the brief of a deal', () => {
  const rich = isGiven(RICH.dossier) ? RICH.dossier.value : DOSSIER;
  const page = brief(rich, CLOCK, PARTS);

  test('has the people with what passed, and the chairs nobody sits in', () => {
    expect(page.people.map(({ name, roles, title }) => [name, roles, title])).toEqual([
      ['Maria Orr', ['Champion'], 'Head of Operations'],
      ['Tim Lind', ['Business User'], 'Team lead'],
      ['Jun Sato', ['Technical Buyer'], 'IT architect'],
    ]);
    const values = page.people[0]?.facts.map(({ answer }) => isExplained(answer) && answer.value);
    expect(values).toEqual(['for', 0.6, 18, 9, '2026-12-10']);
    // Champion is the coach's chair, a business user the user's: of the four buying influences one is left.
    expect(page.chairs.map(({ role }) => role)).toEqual(['Economic buyer']);
  });

  test('has their dates and their year beside our period, and without a period only theirs', () => {
    const days = (of: typeof page) => of.presses.map(({ answer }) => isExplained(answer) && answer.value);
    expect(days(page)).toEqual(['2026-12-10', '2027-01-31', '2026-12-31']);
    expect(days(brief(rich, CLOCK, { ...PARTS, period: null }))).toEqual(['2026-12-10', '2027-01-31']);
  });

  test('tells the latest six acts and counts the rest', () => {
    const activities = isGiven(rich.activities) ? rich.activities.value : [];
    const many = Array.from({ length: 4 }, (_, n) =>
      activities.map((act) => ({ ...act, id: `${act.id}-${n}` })),
    ).flat();
    const all = brief({ ...rich, activities: given(many, { kind: 'crm', field: 'Task' }, NOW) }, CLOCK, PARTS);
    // Seven acts of the buyer's or of both sides, four times over.
    expect([all.did.length, all.didBefore]).toEqual([6, 22]);
  });

  test('stays one sheet: of what there is much, the first are told and the rest is counted', () => {
    const full = isGiven(FULL_BRIEF.dossier) ? FULL_BRIEF.dossier.value : DOSSIER;
    const made = brief(full, CLOCK, PARTS);
    // Fifty people; a date of theirs in every sixth of sixty acts.
    expect([made.people.length, made.peopleBeside]).toEqual([5, 45]);
    expect(made.presses.filter(({ name }) => name.key === 'brief_their_date')).toHaveLength(3);
    expect(made.datesAfter).toBe(7);
    expect(made.unknown).toHaveLength(6);
    expect(made.unknownBeside).toBeGreaterThan(0);
    const products = made.who.find(({ name }) => name.key === 'brief_products')?.answer;
    expect(products && isExplained(products) && products.figure).toEqual({
      unit: 'list',
      figures: [
        ...[1, 2, 3, 4].map((n) => textFigure(`GTX Pro, edition for the public sector ${n}`)),
        phraseFigure(phrase('brief_names_beside', countFigure(26))),
      ],
    });
  });

  test('an empty chair stands among the people, and not once more among what is not known', () => {
    expect(page.chairs).toHaveLength(1);
    expect(page.unknown.map(({ what }) => what)).not.toContain('chair');
  });

  test('pay is not in it unless it was asked for', () => {
    const pay = explained(1, countFigure(1), phrase('rule'));
    expect(page.pay).toBeNull();
    expect(JSON.stringify(page)).not.toContain('brief_pay');
    expect(brief(rich, CLOCK, { ...PARTS, pay }).pay?.answer).toBe(pay);
  });

  test('names who else is after the deal, and no mail that either side may have written', () => {
    const offered = isGiven(OFFERED.dossier) ? OFFERED.dossier.value : DOSSIER;
    const made = brief(offered, READING, PARTS);
    const rivals = made.who.find(({ name }) => name.key === 'brief_competitors');
    expect(rivals && isExplained(rivals.answer) && rivals.answer.figure).toEqual({
      unit: 'list',
      figures: [textFigure('Corvent'), textFigure('Halden Devices')],
    });
    expect(made.did.map(({ id }) => id)).not.toContain('00TU');
    const told = (competitors: typeof offered.competitors) =>
      brief({ ...DOSSIER, competitors }, READING, PARTS).who.filter(({ name }) => name.key === 'brief_competitors');
    expect(told(missing('not-recorded'))).toEqual([]);
    expect(told(given([], { kind: 'crm', field: 'test' }, NOW))).toEqual([]);
    expect(told(missing('hidden'))).toHaveLength(1);
  });

  test('stands where everything is hidden, and says so instead of leaving it out', () => {
    const hidden = withDeal(
      { amount: missing('hidden'), closeDate: missing('hidden') },
      {
        account: missing('hidden'),
        family: missing('hidden'),
        committee: missing('hidden'),
        activities: missing('hidden'),
      },
    );
    const bare = brief(isGiven(hidden.dossier) ? hidden.dossier.value : DOSSIER, READING, PARTS);
    expect(bare.people).toEqual([]);
    expect(bare.noPeople?.key).toBe('buyer_committee_hidden');
    expect(bare.did).toEqual([]);
    expect(bare.noActs).not.toBeNull();
    expect(bare.who.filter(({ answer }) => !isExplained(answer)).map(({ name }) => name.key)).toEqual([
      'brief_amount',
      'brief_close_date',
    ]);
    expect(bare.unknown.some(({ standing }) => standing === 'hidden')).toBe(true);
  });
});
