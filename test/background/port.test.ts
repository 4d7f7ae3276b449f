import { describe, expect, test } from 'vitest';
import { type PageAnswers, type PortLike, pageClient, servePage } from '../../src/messages/port';

/** Two ends of one port, as the browser joins them: messages arrive later, and a disconnect is heard at the other end only. */
function joined() {
  const ends = [0, 1].map(() => ({ hear: [] as ((message: unknown) => void)[], gone: [] as (() => void)[] }));
  let open = true;
  const end = (own: 0 | 1): PortLike => {
    const other = ends[1 - own]!;
    return {
      postMessage: (message) => {
        if (!open) throw new Error('disconnected');
        const copy = structuredClone(message);
        queueMicrotask(() => {
          for (const hear of other.hear) hear(copy);
        });
      },
      disconnect: () => {
        open = false;
        for (const hear of other.gone) hear();
      },
      onMessage: { addListener: (hear) => ends[own]!.hear.push(hear) },
      onDisconnect: { addListener: (hear) => ends[own]!.gone.push(hear) },
    };
  };
  return { page: end(0), background: end(1) };
}

const answersWith = (answers: Partial<PageAnswers>) => answers as PageAnswers;

describe('calls over a port', () => {
  test('are answered each by its own answer, whatever order they come back in', async () => {
    const { page, background } = joined();
    const waiting: ((value: null) => void)[] = [];
    servePage(
      background,
      answersWith({
        forget: () => new Promise((settle) => waiting.push(settle)),
        plans: async () => [],
      }),
    );
    const client = pageClient(() => page);
    const key = { crm: 'salesforce', organisation: '00D', user: '005', id: '006' } as const;
    const first = client.call('forget', { key });
    expect(await client.call('plans', null)).toEqual([]);
    waiting[0]?.(null);
    expect(await first).toBeNull();
  });

  test('that the background cannot answer are rejected', async () => {
    const { page, background } = joined();
    servePage(background, answersWith({ plans: () => Promise.reject(new Error('secret detail')) }));
    await expect(pageClient(() => page).call('plans', null)).rejects.toThrow('no answer to plans');
  });

  test('that are none of the contract are refused, also those every object has', async () => {
    const { page, background } = joined();
    servePage(background, answersWith({}));
    const heard: unknown[] = [];
    page.onMessage.addListener((message) => heard.push(message));
    for (const [id, call] of ['constructor', 'toString', '__proto__'].entries())
      page.postMessage({ id, call, request: null });
    page.postMessage('nonsense');
    page.postMessage({ call: 'plans' });
    await new Promise((settle) => setTimeout(settle, 0));
    expect(heard).toEqual([0, 1, 2].map((id) => ({ id, failed: true })));
  });

  test('are asked once more on a new port where the background slept in between, and then fail', async () => {
    const opened: ReturnType<typeof joined>[] = [];
    const asked: number[] = [];
    const client = pageClient(() => {
      const port = joined();
      const nth = opened.push(port);
      servePage(
        port.background,
        answersWith({
          plans: () => {
            asked.push(nth);
            queueMicrotask(() => port.background.disconnect());
            return new Promise(() => undefined);
          },
        }),
      );
      return port.page;
    });
    await expect(client.call('plans', null)).rejects.toThrow('went away');
    expect(asked).toEqual([1, 2]);
  });
});

describe('an answer that cannot even be begun', () => {
  test('fails its call, and the page is not left waiting', async () => {
    const { page, background } = joined();
    servePage(
      background,
      answersWith({
        reads: () => {
          throw new TypeError('no such place');
        },
      }),
    );
    await expect(pageClient(() => page).call('reads', { before: null })).rejects.toThrow('no answer to reads');
  });

  test('a port that cannot be opened fails the call, and the next one tries anew', async () => {
    let cut = false;
    const opened: ReturnType<typeof joined>[] = [];
    const client = pageClient(() => {
      if (cut) throw new Error('Extension context invalidated.');
      const port = joined();
      opened.push(port);
      servePage(port.background, answersWith({ watch: async () => ({}) as never, plans: async () => [] }));
      return port.page;
    });
    const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: '006' } as const;
    await client.call('watch', { ref });
    opened[0]?.background.disconnect();
    cut = true;
    await expect(client.call('plans', null)).rejects.toThrow('invalidated');
    cut = false;
    expect(await client.call('plans', null)).toEqual([]);
  });
});

describe('a watched record', () => {
  const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: '006' } as const;

  test('is watched again where the background went away during something else', async () => {
    const asked: string[][] = [];
    const client = pageClient(() => {
      const port = joined();
      const calls: string[] = [];
      const nth = asked.push(calls);
      servePage(
        port.background,
        answersWith({
          watch: async () => {
            calls.push('watch');
            return { of: nth } as never;
          },
          refresh: async () => {
            calls.push('refresh');
            if (nth > 1) return { ok: true, value: null };
            queueMicrotask(() => port.background.disconnect());
            return new Promise(() => undefined);
          },
        }),
      );
      return port.page;
    });
    const pushed: unknown[] = [];
    client.on('reading', (value) => pushed.push(value));
    await client.call('watch', { ref });
    expect(await client.call('refresh', { ref })).toEqual({ ok: true, value: null });
    await new Promise((settle) => setTimeout(settle, 0));
    expect(asked[0]).toEqual(['watch', 'refresh']);
    expect([...asked[1]!].sort()).toEqual(['refresh', 'watch']);
    expect(pushed).toEqual([{ of: 2 }]);
  });

  test('that is no longer watched is not taken up again', async () => {
    const asked: string[] = [];
    const client = pageClient(() => {
      const port = joined();
      const first = asked.length === 0;
      servePage(
        port.background,
        answersWith({
          watch: async () => ({}) as never,
          unwatch: async () => {
            asked.push('unwatch');
            if (first) queueMicrotask(() => port.background.disconnect());
            return first ? new Promise(() => undefined) : null;
          },
        }),
      );
      return port.page;
    });
    await client.call('watch', { ref });
    await client.call('unwatch', null);
    expect(asked).toEqual(['unwatch', 'unwatch']);
  });

  test('is watched again after the background slept, as soon as the page asks for anything', async () => {
    const reading = (n: number) => ({ n }) as never;
    let count = 0;
    const ports: ReturnType<typeof joined>[] = [];
    const watched: unknown[] = [];
    const client = pageClient(() => {
      const port = joined();
      ports.push(port);
      servePage(
        port.background,
        answersWith({
          watch: async (request) => {
            watched.push(request);
            count += 1;
            return reading(count);
          },
          plans: async () => [],
        }),
      );
      return port.page;
    });
    const pushed: unknown[] = [];
    client.on('reading', (value) => pushed.push(value));
    const ref = { crm: 'salesforce', host: 'acme.lightning.force.com', kind: 'opportunity', id: '006' } as const;
    expect(await client.call('watch', { ref })).toEqual({ n: 1 });
    ports[0]?.background.disconnect();
    expect(watched).toHaveLength(1);
    await client.call('plans', null);
    await new Promise((settle) => setTimeout(settle, 0));
    expect(watched).toEqual([{ ref }, { ref }]);
    expect(pushed).toEqual([{ n: 2 }]);
  });
});
