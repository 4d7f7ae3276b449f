import { describe, expect, test } from 'vitest';
import { isExplained } from '../../src/core/value/explained';
import { missing } from '../../src/core/value/known';
import type { Reading } from '../../src/messages/reading';
import { dealRoomView } from '../../src/panel/view/deal-room-view';
import { english } from '../ui/english';
import { panelView } from './panel-view';
import { READING, RICH, withDeal } from './readings';

const spoken = english.on({ today: READING.today, zone: READING.zone });

function rooms(reading: Reading) {
  const view = panelView(reading, { payRoom: null });
  if (view === null) throw new Error('no view');
  const { real, buyer } = dealRoomView(reading, view.sights, null);
  if (real === null || buyer === null) throw new Error('both sections');
  return { real, buyer };
}

describe('the line of days', () => {
  test('has both sides’ acts by shape, and what does not count yet is hollow', () => {
    // On 24 Nov: mails of ours 4 and 9 days ago, a call of ours 40 days ago; of theirs a mail and a document; two meetings; a
    // mail that may belong to another deal; a date and a meeting ahead.
    const { timeline } = rooms(RICH).real;
    const of = (whose: string, hollow: boolean) =>
      timeline?.acts.filter((act) => act.whose === whose && act.hollow === hollow).map(({ on }) => on) ?? [];
    expect(of('seller', false)).toEqual(['2026-11-20', '2026-11-15', '2026-10-15']);
    expect(of('buyer', false)).toEqual(['2026-11-06', '2026-11-05']);
    expect(of('both', false)).toEqual(['2026-10-29', '2026-09-27']);
    expect(of('buyer', true)).toEqual(['2026-12-10', '2026-10-24']);
    expect(of('both', true)).toEqual(['2026-11-30']);
  });

  test('has both clocks: our quarter ends on 31 Dec, a year that begins in February on 31 Jan', () => {
    const days = Object.fromEntries(rooms(RICH).real.timeline?.days.map(({ what, on }) => [what, on]) ?? []);
    expect(days).toEqual({
      today: '2026-11-24',
      'close-date': '2026-12-18',
      'period-end': '2026-12-31',
      'buyer-year': '2027-01-31',
      'buyer-date': '2026-12-10',
    });
  });

  test('has the close date as it was moved: by 28 days, then by 21', () => {
    expect(rooms(RICH).real.timeline?.moves.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2026-10-30', '2026-11-27', 28],
      ['2026-11-27', '2026-12-18', 21],
    ]);
  });

  test('stands without acts, history or a book, and is not drawn where today is all there is', () => {
    const bare = withDeal(
      { closeDate: missing('hidden') },
      { activities: missing('hidden'), history: missing('feature-off') },
    );
    expect(rooms({ ...bare, book: missing('hidden') }).real.timeline).toBeNull();
    expect(rooms(bare).real.timeline?.days.map(({ what }) => what)).toEqual(['today', 'period-end']);
  });
});

describe('relationship and process', () => {
  test('bought three times and lost once: a preferred supplier or more, whatever the process', () => {
    // Two moves between stages: too few to read a process by, so that any of its levels may be the one.
    const { matrix } = rooms(READING).real;
    expect(matrix?.rows.map(({ cells }) => cells.map(({ here }) => here))).toEqual([
      [true, true, true, true],
      [true, true, true, true],
      [true, true, true, true],
      [true, true, true, true],
      [false, false, false, false],
    ]);
    expect(matrix?.figures.map(({ answer }) => isExplained(answer))).toEqual([true, false, false, false]);
  });

  test('where neither is known, no field is marked', () => {
    const unseen = withDeal({}, { family: missing('hidden'), history: missing('hidden') });
    expect(
      rooms(unseen)
        .real.matrix?.rows.flatMap(({ cells }) => cells)
        .some(({ here }) => here),
    ).toBe(false);
  });

  test('what was published names its source, and the label says that nothing hangs on it', () => {
    const { matrix } = rooms(READING).real;
    expect(matrix?.published.every((one) => isExplained(one) && one.sources[0]?.kind === 'published')).toBe(true);
    expect(matrix && spoken.say(matrix.label)).toMatch(/stops nothing/);
  });
});
