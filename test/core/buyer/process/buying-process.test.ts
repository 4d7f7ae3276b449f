import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUYER_STEPS, stepOfStage } from '../../../../src/core/buyer/process/buyer-step';
import { buyingProcess } from '../../../../src/core/buyer/process/buying-process';
import { qualification } from '../../../../src/core/buyer/process/qualification';
import { isExplained } from '../../../../src/core/value/explained';
import { missing } from '../../../../src/core/value/known';
import { act, anyActivities, CLOCK, daysAgo, deal, known, row, stage } from '../../deal/evidence/a-deal';

const step = (of: ReturnType<typeof buyingProcess>, name: string) => of.steps.find((one) => one.step === name)!;

describe('which step of the buyer’s a stage claims', () => {
  // Salesforce's default sales process, and Dynamics' lead-to-opportunity process.
  it.each([
    ['Prospecting', undefined],
    ['Qualification', 'need'],
    ['Needs Analysis', 'need'],
    ['Value Proposition', 'evaluation'],
    ['Id. Decision Makers', 'evaluation'],
    ['Perception Analysis', 'evaluation'],
    ['Proposal/Price Quote', 'proposal'],
    ['Negotiation/Review', 'commitment'],
    ['Closed Won', 'commitment'],
    ['Closed Lost', undefined],
    ['Qualify', 'need'],
    ['Develop', 'evaluation'],
    ['Propose', 'proposal'],
    ['Close', 'commitment'],
    ['Angebot', 'proposal'],
    ['見積', undefined],
  ])('%s: %s', (name, claims) => {
    expect(stepOfStage(name)).toBe(claims);
  });
});

describe('the buyer’s track beside ours', () => {
  // 50 days ago we said Discover, 20 days ago Propose, 5 days ago Negotiate. The buyer wrote 45 days ago, two people met us
  // 30 and 12 days ago, nobody has opened a document.
  const dossier = deal(
    { stage: known(stage('Negotiate')) },
    {
      history: known([
        row(daysAgo(50), { stage: known('Discover') }),
        row(daysAgo(20), { stage: known('Propose') }),
        row(daysAgo(5), { stage: known('Negotiate') }),
      ]),
      activities: known([
        act({ kind: 'meeting', at: daysAgo(12), contactIds: ['bob'] }),
        act({ kind: 'meeting', at: daysAgo(30), contactIds: ['ann'] }),
        act({ kind: 'email', by: 'buyer', at: daysAgo(45), contactIds: ['ann'] }),
        act({ kind: 'document', by: 'seller', at: daysAgo(19) }),
      ]),
    },
  );
  const of = buyingProcess(dossier, CLOCK);
  const lag = (name: string) => {
    const { lagDays, running } = step(of, name);
    return [isExplained(lagDays) && lagDays.value, running];
  };

  it('five days after our claim of a need they wrote; the second person came eight days after our proposal', () => {
    expect(lag('need')).toEqual([5, false]);
    expect(lag('evaluation')).toEqual([8, false]);
  });

  it('what they have not done yet runs until today', () => {
    expect(lag('proposal')).toEqual([20, true]);
    expect(lag('commitment')).toEqual([5, true]);
  });

  it('they evaluate while we negotiate', () => {
    expect(isExplained(of.buyerAt) && of.buyerAt.value).toBe('evaluation');
    expect(isExplained(of.sellerAt) && of.sellerAt.value).toBe('commitment');
  });

  it('a buyer who comes first has a lag below zero', () => {
    const early = buyingProcess(
      deal(
        {},
        {
          history: known([row(daysAgo(10), { stage: known('Propose') })]),
          activities: known([act({ kind: 'document', by: 'buyer', at: daysAgo(14) })]),
        },
      ),
      CLOCK,
    );
    const { lagDays } = step(early, 'proposal');
    expect(isExplained(lagDays) && lagDays.value).toBe(-4);
  });

  it('a later step shows the ones before', () => {
    const signed = buyingProcess(deal({}, { activities: known([act({ kind: 'document', by: 'buyer' })]) }), CLOCK);
    expect(isExplained(step(signed, 'need').shownOn)).toBe(true);
    expect(isExplained(step(signed, 'commitment').shownOn)).toBe(false);
  });

  it('a date of theirs that is still ahead shows the way they have come, and not since when', () => {
    const set = act({ kind: 'date', by: 'buyer', planned: true, at: daysAgo(-12) });
    const ahead = buyingProcess({ ...dossier, activities: known([set]) }, CLOCK);
    expect(ahead.buyerAt).toMatchObject({ value: 'commitment' });
    expect(step(ahead, 'commitment')).toMatchObject({
      shown: 'undated',
      running: false,
      lagDays: { because: { key: 'buyer_lag_undated' } },
    });
  });

  it('a stage recorded for a day to come claims nothing', () => {
    const odd = { ...dossier, history: known([row(daysAgo(-9), { stage: known('Negotiate') })]) };
    expect(step(buyingProcess(odd, CLOCK), 'commitment').claimedOn).toMatchObject({ missing: 'not-recorded' });
  });

  it('hidden activities give no lag, rather than one that runs', () => {
    const blind = buyingProcess({ ...dossier, activities: missing('hidden') }, CLOCK);
    expect(step(blind, 'need')).toMatchObject({ running: false, lagDays: { missing: 'hidden' } });
  });

  it('without a history there is nothing to hold beside it', () => {
    const blind = buyingProcess({ ...dossier, history: missing('feature-off') }, CLOCK);
    expect(step(blind, 'need').lagDays).toMatchObject({ missing: 'feature-off' });
    expect(isExplained(step(blind, 'need').shownOn)).toBe(true);
  });

  it('an organisation may say itself what its stages claim', () => {
    const own = buyingProcess(dossier, CLOCK, (name) => (name === 'Discover' ? 'proposal' : undefined));
    expect(step(own, 'proposal').lagDays).toMatchObject({ value: 50 });
  });

  it('steps come in order, whatever was recorded', () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        const days = buyingProcess(deal({}, { activities: known(activities) }), CLOCK).steps.map(({ shownOn }) =>
          isExplained(shownOn) ? String(shownOn.value) : '9999',
        );
        expect(days).toHaveLength(BUYER_STEPS.length);
        expect([...days].sort()).toEqual(days);
      }),
    );
  });
});

describe('need, budget, process, authority, timeline, pain', () => {
  const of = (fields: Parameters<typeof qualification>[0]['fields']) => qualification({ fields });

  it.each([
    ['budgetstatus', 'budget'],
    ['purchaseprocess', 'process'],
    ['decisionmaker', 'authority'],
    ['purchasetimeframe', 'timeline'],
    ['customerpainpoints', 'pain'],
    ['need', 'need'],
    ['Budget_Confirmed__c', 'budget'],
    ['Identified_Pain__c', 'pain'],
    ['new_budget', 'budget'],
  ])('%s says something about %s', (field, kind) => {
    expect(of({ [field]: known('Will buy') })[kind as 'need']).toMatchObject({ value: 'Will buy' });
  });

  it('a no is an answer; "Unknown" is none', () => {
    expect(of({ Budget_Confirmed__c: known(false) }).budget).toMatchObject({ value: false });
    expect(of({ purchaseprocess: known('Unknown') }).process).toMatchObject({ missing: 'not-recorded' });
  });

  it('hidden is hidden, and a field nobody has is not asked for', () => {
    expect(of({ budgetstatus: missing('hidden') }).budget).toMatchObject({ missing: 'hidden' });
    expect(of({}).budget).toMatchObject({ missing: 'feature-off' });
  });
});
