import type { PageAnswers } from '../../messages/port';
import type { Store } from '../../store/store';
import type { Reach } from '../reach/reach';
import type { ShownPages } from '../records/shown-pages';
import { keyIn } from './asking/requests';
import type { Glances } from './glances';

export type ForgetParts = {
  readonly store: Pick<Store, 'forget' | 'forgetAll'>;
  readonly reach: Pick<Reach, 'forget'>;
  readonly shown: Pick<ShownPages, 'forget'>;
  readonly glances: Pick<Glances, 'clear'>;
  /** Tells every page what it shows once more. */
  readonly tellAll: () => Promise<void>;
};

/** What is asked to be forgotten: on the disk, in memory, and on every screen. */
export function forgetAnswers(parts: ForgetParts): Pick<PageAnswers, 'forget' | 'forgetAll'> {
  const { store, reach, shown, glances, tellAll } = parts;
  return {
    async forget(request) {
      await store.forget(keyIn(request));
      await glances.clear();
      await tellAll();
      return null;
    },
    async forgetAll() {
      await store.forgetAll();
      shown.forget(null);
      await Promise.all([glances.clear(), reach.forget(null)]);
      await tellAll();
      return null;
    },
  };
}
