import { describe, expect, test } from 'vitest';
import { formatRecordRef } from '../../src/core/model/record-ref';
import { ok } from '../../src/core/value/result';
import type { Reading } from '../../src/messages/reading';
import { LOOK_AGAIN_AFTER, panelSession } from '../../src/panel/frame/session';
import { shownStore } from '../../src/panel/frame/shown';
import { joinedEnds, settled } from './ends';
import { READING, REF } from './readings';

const other = { ...REF, id: '006R0000009zzzzIAA' };
const fragment = (ref = REF) => `#${formatRecordRef(ref)}`;

function opened(answering: Parameters<typeof joinedEnds>[0] = {}, allowed = true) {
  const ends = joinedEnds({
    watch: ({ ref }) => ({ ...READING, ref }),
    unwatch: () => null,
    refresh: () => ok(null),
    connect: () => ok(null),
    dock: () => null,
    ...answering,
  });
  const store = shownStore();
  let now = 0;
  const session = panelSession({ store, background: ends.client, allow: async () => allowed, clock: () => now });
  return { ...ends, store, session, pass: (milliseconds: number) => (now += milliseconds) };
}

const calls = (asked: readonly { readonly call: string }[]) => asked.map(({ call }) => call);

describe('the panel asks the background', () => {
  test('for the record that the page names, and shows the answer', async () => {
    const { session, store, asked } = opened();
    await session.show(fragment());
    expect(asked).toEqual([{ call: 'watch', request: { ref: REF } }]);
    expect(store.getState().reading).toEqual(READING);
  });

  test('to stop where the page names none', async () => {
    const { session, asked } = opened();
    await session.show('#');
    expect(calls(asked)).toEqual(['unwatch']);
  });

  test('and takes in what is pushed, unless it is of another record', async () => {
    const { session, store, server } = opened();
    await session.show(fragment());
    const newer: Reading = { ...READING, connection: { ...READING.connection, reading: true } };
    server().push('reading', newer);
    await settled();
    expect(store.getState().reading).toEqual(newer);
    server().push('reading', { ...READING, ref: other });
    await settled();
    expect(store.getState().reading).toEqual(newer);
  });

  test('an answer that comes after the page has gone on is dropped', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    const { session, store } = opened({
      watch: async ({ ref }) => {
        if (ref.id === REF.id) await held;
        return { ...READING, ref };
      },
    });
    const first = session.show(fragment());
    await session.show(fragment(other as typeof REF));
    release();
    await first;
    expect(store.getState().reading?.ref).toEqual(other);
  });

  test('to read again when the user comes back, and not at every glance', async () => {
    const { session, asked, pass } = opened();
    await session.show(fragment());
    await session.look();
    expect(calls(asked)).toEqual(['watch']);
    pass(LOOK_AGAIN_AFTER);
    await session.look();
    await session.look();
    expect(calls(asked)).toEqual(['watch', 'refresh']);
  });

  test('to connect once the user has allowed it, and not where the user said no', async () => {
    const yes = opened();
    await yes.session.show(fragment());
    await yes.session.connect();
    expect(yes.asked.at(-1)).toEqual({ call: 'connect', request: { host: REF.host } });
    const no = opened({}, false);
    await no.session.show(fragment());
    await no.session.connect();
    expect(calls(no.asked)).toEqual(['watch']);
  });

  test('the right is asked for within the press itself, before anything is waited for', async () => {
    const ends = joinedEnds({ watch: ({ ref }) => ({ ...READING, ref }), connect: () => ok(null) });
    let askedFor = false;
    const session = panelSession({
      store: shownStore(),
      background: ends.client,
      allow: async () => {
        askedFor = true;
        return true;
      },
      clock: () => 0,
    });
    const connecting = session.connect();
    expect(askedFor).toBe(true);
    await connecting;
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('not from a frame');
      },
    ],
    ['refuses', () => Promise.reject(new Error('not from a frame'))],
  ])('to open the options where the browser %s to be asked from a frame', async (_, allow) => {
    const ends = joinedEnds({ watch: ({ ref }) => ({ ...READING, ref }), openOptions: () => null });
    const session = panelSession({ store: shownStore(), background: ends.client, allow, clock: () => 0 });
    await session.show(fragment());
    await session.connect();
    expect(calls(ends.asked)).toEqual(['watch', 'openOptions']);
  });

  test('to close the dock', async () => {
    const { session, asked } = opened();
    await session.close();
    expect(asked).toEqual([{ call: 'dock', request: { open: false } }]);
  });

  test('and says so where the background is gone, until it answers again', async () => {
    let gone = true;
    const { session, store } = opened({
      refresh: () => {
        if (gone) throw new Error('gone');
        return ok(null);
      },
    });
    await session.show(fragment());
    await session.refresh();
    expect(store.getState()).toMatchObject({ cutOff: true, reading: READING });
    gone = false;
    await session.refresh();
    expect(store.getState().cutOff).toBe(false);
  });
});

describe('what is folded away', () => {
  test('is kept for the next time, by name', async () => {
    const { session, store, asked } = opened({ keepFolded: () => null });
    await session.fold('buyer');
    await session.fold('pay');
    expect(store.getState().open).toMatchObject({ goal: true, pay: false, real: true, buyer: false });
    expect(asked.at(-1)).toEqual({ call: 'keepFolded', request: { sections: ['pay', 'buyer'] } });
  });

  test('is folded again, and a name that no section has does nothing', async () => {
    const { session, store } = opened({ folded: () => ['real', 'gone'] });
    await session.unfold();
    expect(store.getState().open).toMatchObject({ goal: true, pay: true, real: false, buyer: true });
  });
});

test('where a rep’s deals stand is asked of the background, and a background that is gone says nothing', async () => {
  const { session, asked } = opened({ bookPosition: () => null });
  expect(await session.book(REF)).toBeNull();
  expect(asked.at(-1)).toEqual({ call: 'bookPosition', request: { ref: REF } });
  expect(await opened().session.book(REF)).toBeNull();
});
