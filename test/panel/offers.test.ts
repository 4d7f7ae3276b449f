import { describe, expect, test } from 'vitest';
import { isExplained } from '../../src/core/value/explained';
import { missing } from '../../src/core/value/known';
import type { Reading } from '../../src/messages/reading';
import { dealRoomView } from '../../src/panel/view/deal-room-view';
import type { Line } from '../../src/ui/language/line';
import { english } from '../ui/english';
import { OFFERED } from './offered';
import { panelView } from './panel-view';
import { READING, withDeal } from './readings';

const spoken = english.on({ today: READING.today, zone: READING.zone });
const said = (lines: readonly Line[]) => lines.map((line) => spoken.say(line.phrase));

function offers(reading: Reading) {
  const view = panelView(reading, { payRoom: null });
  const found = view && dealRoomView(reading, view.sights, null).real?.offers;
  if (!found) throw new Error('no offers');
  return found;
}

describe('what was offered', () => {
  test('the one that speaks for the deal comes first, then the newest, then what was turned down', () => {
    expect(offers(OFFERED).quotes.map(({ name, tone, says }) => [name, tone, said(says).join(' · ')])).toEqual([
      [
        'Rollout, 40 seats',
        'risk',
        '$12,700 · 12.5% off · status Presented · expired on Nov 15 · no.\u00a000000012 · the amount follows it',
      ],
      [
        'Rollout, 30 seats',
        'plain',
        "$10,900 · $1,800 below the deal's amount · 20% off · status In Legal · holds until Dec 5 · no.\u00a000000012",
      ],
      ['Draft', 'plain', 'amount hidden · status Draft · holds until Dec 5 · no.\u00a000000012'],
      ['First offer', 'plain', '$14,000 · status Denied'],
    ]);
  });

  test('a deal that is over has no offer that expired', () => {
    const [first] = offers({ ...OFFERED, ...won(OFFERED) }).quotes;
    expect([first?.name, first?.tone, said(first?.says ?? []).at(3)]).toEqual([
      'Rollout, 40 seats',
      'plain',
      'holds until Nov 15',
    ]);
  });

  test('competitors are named', () => {
    const [row] = offers(OFFERED).competitors;
    expect(row && isExplained(row.answer) && spoken.show(row.answer.figure)).toBe('Corvent and Halden Devices');
    expect(offers(OFFERED).unknown).toEqual([]);
  });

  test('what there is not is said in one line for each reason', () => {
    const of = (quotes: 'hidden' | 'feature-off' | 'not-shown', competitors: 'hidden' | 'not-yet-read' | 'not-shown') =>
      said(offers(withDeal({}, { quotes: missing(quotes), competitors: missing(competitors) })).unknown);
    expect(said(offers(READING).unknown)).toEqual(['Nothing recorded: quotes and competitors.']);
    expect(of('hidden', 'hidden')).toEqual(['Hidden by your permissions: quotes and competitors.']);
    expect(of('feature-off', 'not-yet-read')).toEqual(['Not kept in this CRM: quotes.', 'Not read yet: competitors.']);
    expect(of('not-shown', 'not-shown')).toEqual([]);
  });
});

test('a mail of which nobody can say who wrote it stands among the acts, and is counted nowhere', () => {
  const sights = panelView(OFFERED, { payRoom: null })?.sights;
  const real = sights && dealRoomView(OFFERED, sights, null).real;
  const mail = real?.acts.find(({ id }) => id === '00TU');
  expect(mail?.counted).toBe(false);
  expect(mail?.notCounted && spoken.say(mail.notCounted.because)).toMatch(/^Unsure, not counted: /);
  const lastAct = (reading: Reading) => panelView(reading, { payRoom: null })?.sights.deal?.columns.standing.lastActOn;
  expect(lastAct(OFFERED)).toEqual(lastAct(READING));
});

function won(reading: Reading): Pick<Reading, 'dossier'> {
  if (!('value' in reading.dossier)) throw new Error('no dossier');
  const { value } = reading.dossier;
  return {
    dossier: { ...reading.dossier, value: { ...value, opportunity: { ...value.opportunity, outcome: 'won' } } },
  };
}
