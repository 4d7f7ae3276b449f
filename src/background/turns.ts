/**
 * One after the other: what is read, changed and written back must not be changed by somebody else in between. Work that fails keeps
 * nobody behind it waiting.
 *
 * @returns runs the work once all that was given before it has ended, and gives what it gives
 */
export function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
