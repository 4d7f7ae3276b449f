import type { Store } from '../../store/store';

const SETTING = 'panel-folded';

/** Which sections of the panel the user keeps folded away: a setting of theirs, which outlives every record. */
export function foldedSections(store: Pick<Store, 'setting' | 'keepSetting'>): {
  readonly all: () => Promise<readonly string[]>;
  readonly keep: (sections: readonly string[]) => Promise<null>;
} {
  return {
    async all() {
      const kept = await store.setting(SETTING);
      return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
    },
    async keep(sections) {
      await store.keepSetting(SETTING, [...new Set(sections)]);
      return null;
    },
  };
}
