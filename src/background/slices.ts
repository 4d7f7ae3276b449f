/** Works a calculation out in slices, with a turn for everybody else after each. */
export async function worked<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((others) => setTimeout(others, 0));
  }
}
