import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecordRef, type RecordRef, sameRecord } from '../../src/core/model/record-ref';
import { fold, shownStore, takeIn, takeProgress, turnTo } from '../../src/panel/frame/shown';
import { READING, REF } from './readings';

const other: RecordRef = { ...REF, id: '006R0000009zzzzIAA' };
const fragment = (ref: RecordRef) => `#${formatRecordRef(ref)}`;

describe('a page hop', () => {
  test('shows nothing of the old record under the new name', () => {
    const store = shownStore();
    turnTo(store, fragment(REF));
    takeIn(store, READING);
    expect(store.getState().reading).toBe(READING);
    turnTo(store, fragment(other));
    expect(store.getState()).toMatchObject({ ref: other, reading: null });
  });

  test('a late answer for the record before is dropped', () => {
    const store = shownStore();
    turnTo(store, fragment(REF));
    turnTo(store, fragment(other));
    takeIn(store, READING);
    expect(store.getState().reading).toBeNull();
  });

  test('how far a long read has come leaves the answers as they stand, and is of the record shown only', () => {
    const store = shownStore();
    const progress = { what: 'progress_norms', done: 400, of: 8_800 };
    turnTo(store, fragment(REF));
    takeIn(store, READING);
    takeProgress(store, REF, progress);
    takeProgress(store, other, { ...progress, done: 800 });
    expect(store.getState().reading).toBe(READING);
    expect(store.getState().progress).toEqual(progress);
    takeIn(store, READING);
    expect(store.getState().progress).toBeNull();
    takeProgress(store, REF, progress);
    turnTo(store, fragment(other));
    expect(store.getState().progress).toBeNull();
  });

  test('to the same record keeps what is shown', () => {
    const store = shownStore();
    turnTo(store, fragment(REF));
    takeIn(store, READING);
    turnTo(store, fragment(REF));
    expect(store.getState().reading).toBe(READING);
  });

  test.each(['', '#', '#salesforce/evil.example/opportunity', '#javascript:alert(1)', `#${formatRecordRef(REF)}/more`])(
    'to %j, which names no record, leaves nothing',
    (hash) => {
      const store = shownStore();
      turnTo(store, fragment(REF));
      takeIn(store, READING);
      turnTo(store, hash);
      expect(store.getState()).toMatchObject({ ref: null, reading: null });
    },
  );

  test('two hundred hops and late answers in any order never show a foreign record', () => {
    const refs = Array.from({ length: 5 }, (_, index) => ({ ...REF, id: `006R000000000${index}AAA` }));
    const step = fc.record({ hop: fc.boolean(), which: fc.nat({ max: refs.length - 1 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const store = shownStore();
        for (const { hop, which } of steps) {
          const ref = refs[which] ?? REF;
          if (hop) turnTo(store, fragment(ref));
          else takeIn(store, { ...READING, ref });
          const { ref: shown, reading } = store.getState();
          if (reading !== null) expect(shown !== null && sameRecord(shown, reading.ref)).toBe(true);
        }
      }),
    );
  });
});

test('a section folds and unfolds by itself', () => {
  const store = shownStore();
  const before = store.getState().open;
  fold(store, 'pay');
  expect(store.getState().open).toEqual({ ...before, pay: !before.pay });
  fold(store, 'pay');
  expect(store.getState().open).toEqual(before);
});
