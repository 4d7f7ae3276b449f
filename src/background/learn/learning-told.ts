/** How far it has come is told this often at most, and other norms this often; milliseconds. */
const PROGRESS_EVERY = 200;
const NORMS_EVERY = 1000;

export type LearningTold = {
  /** Cheap to hear. */
  readonly progress: () => void;
  /** With other norms everything that rests on them is worked out anew. Tells how far it has come too. */
  readonly norms: () => Promise<void>;
};

/**
 * Tells how the learning goes no oftener than anybody can see, for pages are read much faster than that. Its end is told at once, with
 * whatever has not been told yet.
 *
 * @param clock - milliseconds from any moment on
 * @returns what to call after each page: whether that was the last, and whether the norms have changed with it
 */
export function learningTold(
  clock: () => number,
  tell: LearningTold,
): (isLast: boolean, isNew: boolean) => Promise<void> {
  let progressAt = Number.NEGATIVE_INFINITY;
  let normsAt = Number.NEGATIVE_INFINITY;
  let untold = false;
  return async (isLast, isNew) => {
    untold = untold || isNew;
    if (untold && (isLast || clock() - normsAt >= NORMS_EVERY)) {
      untold = false;
      await tell.norms();
      normsAt = clock();
      progressAt = normsAt;
    } else if (isLast || clock() - progressAt >= PROGRESS_EVERY) {
      progressAt = clock();
      tell.progress();
    }
  };
}
