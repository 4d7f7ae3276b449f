import { phrase } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { useLanguage } from '../../../ui/language/speech';
import { type Memory, suppose, type WhatIf } from '../../view/what-if/what-if';
import { NOTHING } from '../../view/what-if/wish';
import './what-if.css';

type BannerProps = {
  readonly whatIf: WhatIf;
  readonly reading: Reading;
  readonly onWhatIf: (whatIf: WhatIf) => void;
  readonly memory: Memory;
};

/** Says above everything that what stands below is not so, but supposed. */
export function WhatIfBanner({ whatIf, reading, onWhatIf, memory }: BannerProps) {
  const { say } = useLanguage();
  return (
    <div class="what-if-banner">
      <p>
        <b>{say(phrase('panel_what_if'))}</b> {say(phrase('panel_what_if_not_so'))}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => suppose({ ...whatIf, wish: NOTHING }, reading.ref, memory, onWhatIf)}
      >
        {say(phrase('panel_what_if_reset'))}
      </button>
    </div>
  );
}
