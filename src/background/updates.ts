/** What taking up a newer version stands on. */
export type UpdateGround = {
  /** Whether somebody looks at a panel, or has a page of ours open that an update would close. */
  readonly isInUse: () => Promise<boolean>;
  /** Ends this version, and begins the newer one if the browser holds one back. */
  readonly restart: () => void;
  /** Rings every few minutes while a newer version waits. */
  readonly alarm: { readonly set: () => void; readonly clear: () => void };
};

/** A newer version never comes under the eyes of somebody who works: it waits until nobody does. */
export type Updates = {
  /** The browser has a newer version ready. */
  readonly offered: () => Promise<void>;
  /** A newer version has waited a few minutes more. */
  readonly rung: () => Promise<void>;
  /** This version has just begun, or the browser: nothing waits any more. */
  readonly begun: () => void;
};

export function updates({ isInUse, restart, alarm }: UpdateGround): Updates {
  const takeUp = async () => {
    if (!(await isInUse())) restart();
  };
  return {
    offered: () => {
      alarm.set();
      return takeUp();
    },
    rung: takeUp,
    begun: alarm.clear,
  };
}
