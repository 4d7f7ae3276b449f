/** Longer than Chromium lets a worker live that is asked nothing, which is 30 s. Milliseconds. */
const OUTLIVES_WORKER = 35_000;

/**
 * A frame of the closed tab that is put in after the panel would live in the panel's process, and keep alive with it all that the
 * panel has left there. That process ends once the worker sleeps and none of our pages stands: who asks after a page of ours was
 * served in this life of the worker is to ask again when it has ended. It is the very life of the worker that counts, so that nothing
 * of it is kept anywhere.
 */
export type AfterPages = {
  /** A page of ours is served: the panel, an options page, whatever is more than the closed tab's own frame. */
  readonly served: () => void;
  /** What there is to show, or in how many milliseconds to ask again. */
  readonly answer: (isThere: boolean) => boolean | number;
};

/** @param endsProcesses - whether the browser ends a process of ours that nothing needs: Chromium; Firefox has one for all extensions */
export function afterPages(endsProcesses: boolean): AfterPages {
  let hasServed = false;
  return {
    served: () => {
      hasServed = true;
    },
    answer: (isThere) => (isThere && hasServed && endsProcesses ? OUTLIVES_WORKER : isThere),
  };
}
