import type { PanelSession } from '../../src/panel/frame/session';
import { fold, type shownStore } from '../../src/panel/frame/shown';

const nothing = async () => undefined;

/** A session that does nothing but fold sections: for a panel that is only looked at. */
export const idleSession = (store: ReturnType<typeof shownStore>): PanelSession => ({
  show: nothing,
  refresh: nothing,
  look: nothing,
  connect: nothing,
  retry: nothing,
  app: nothing,
  options: nothing,
  close: nothing,
  otherSide: nothing,
  glanced: nothing,
  readAhead: nothing,
  unfold: nothing,
  book: async () => null,
  fold: async (section) => fold(store, section),
});
