/** A slice ends with the first breath after so long, in ms: nobody notices having waited for it. */
const SLICE = 12;

/**
 * Works a calculation out in slices, with a turn for everybody else after each. Slices are bounded by time, so they are as long on a
 * slow machine as on a fast one; what comes out knows nothing of them.
 *
 * @param work - takes a breath every millisecond or so
 * @param clock - milliseconds from any moment on, never back
 */
export async function worked<T>(work: Generator<void, T>, clock: () => number): Promise<T> {
  for (;;) {
    const until = clock() + SLICE;
    let step = work.next();
    while (!step.done && clock() < until) step = work.next();
    if (step.done) return step.value;
    await new Promise((others) => setTimeout(others, 0));
  }
}
