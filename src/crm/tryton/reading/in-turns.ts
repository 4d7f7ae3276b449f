/** Works items off, a few at a time, and gives what came of them in their order. A server is somebody's: it is not stormed. */
export async function inTurns<T, U>(items: readonly T[], work: (item: T) => Promise<U>, atOnce = 4): Promise<U[]> {
  const done: U[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    done.push(...(await Promise.all(items.slice(from, from + atOnce).map(work))));
  }
  return done;
}
