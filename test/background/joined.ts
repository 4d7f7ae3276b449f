import type { PortLike } from '../../src/messages/port';

/** The browser's port between two ends in one process. */
export function joined(): { page: PortLike; back: PortLike } {
  const heard: ((message: unknown) => void)[][] = [[], []];
  const gone: (() => void)[][] = [[], []];
  const end = (own: 0 | 1): PortLike => ({
    postMessage: (message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        for (const hear of heard[1 - own]!) hear(copy);
      });
    },
    disconnect: () => {
      for (const hear of gone[1 - own]!) hear();
    },
    onMessage: { addListener: (hear) => heard[own]!.push(hear) },
    onDisconnect: { addListener: (hear) => gone[own]!.push(hear) },
  });
  return { page: end(0), back: end(1) };
}
