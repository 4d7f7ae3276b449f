import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatRecordRef } from '../../../core/model/record-ref';
import { isExplained } from '../../../core/value/explained';
import { phrase, phraseFigure } from '../../../core/value/phrase';
import type { Reading } from '../../../messages/reading';
import { useLanguage } from '../../../ui/language/speech';
import { Section } from '../../../ui/pieces/section';
import type { PanelView } from '../../view/panel-view';
import type { PayRoom } from '../../view/pay/sight';
import { compared } from '../../view/what-if/compared';
import { supposedView } from '../../view/what-if/supposed-view';
import { isNothing, keptOf, type Memory, NO_WHAT_IF, suppose, type WhatIf } from '../../view/what-if/what-if';
import { type Bounds, boundsFor, NOTHING, read, type Wish } from '../../view/what-if/wish';
import { Comparing } from './comparing';
import { Levers } from './levers';
import './what-if.css';

export type WhatIfProps = {
  /** The deal as it is recorded, and its panel. */
  readonly reading: Reading;
  readonly recorded: PanelView;
  /** The panel as it would be; null while nothing is supposed. */
  readonly supposed: PanelView | null;
  readonly payRoom: PayRoom | null;
  /** null until what was kept has been looked up. */
  readonly whatIf: WhatIf | null;
  readonly onWhatIf: (whatIf: WhatIf) => void;
  readonly memory: Memory;
};

/** Levers on a copy of the deal: everything on the panel moves with them. Nothing is sent, and nothing outlives the tab. */
export function WhatIfSection(props: WhatIfProps) {
  const { reading, recorded, whatIf, onWhatIf, memory } = props;
  useEffect(() => {
    if (whatIf === null) onWhatIf(keptOf(memory, reading.ref));
  }, [whatIf, onWhatIf, memory, reading.ref]);
  const bounds = useMemo(() => boundsFor(reading, recorded.sights.odds.won), [reading, recorded]);
  if (bounds === null || recorded.sights.outcome !== 'open') return null;
  const change = (next: WhatIf) => suppose(next, reading.ref, memory, onWhatIf);
  return (
    <Supposing
      {...props}
      key={formatRecordRef(reading.ref)}
      whatIf={whatIf ?? NO_WHAT_IF}
      bounds={bounds}
      onWhatIf={change}
    />
  );
}

type SupposingProps = WhatIfProps & { readonly whatIf: WhatIf; readonly bounds: Bounds };

function Supposing({ reading, recorded, supposed, payRoom, whatIf, bounds, onWhatIf }: SupposingProps) {
  const { say } = useLanguage();
  const { wish, a, b } = whatIf;
  const nothing = isNothing(wish);
  const [unfolded, unfold] = useState(false);
  const { unread } = useMemo(() => read(wish, bounds, reading), [wish, bounds, reading]);
  const take = (next: Wish) => onWhatIf({ ...whatIf, wish: next });
  const around = useRef<HTMLDivElement>(null);
  const reset = useRef<(() => void) | null>(null);
  reset.current = () => {
    if (!nothing) take(NOTHING);
  };
  // Escape works from anywhere in the section; the button does the same.
  useEffect(() => {
    const section = around.current;
    const onKey = (event: KeyboardEvent) => {
      // An explanation that is open closes first.
      if (event.key !== 'Escape' || section?.querySelector('.explanation') !== null) return;
      event.preventDefault();
      reset.current?.();
    };
    section?.addEventListener('keydown', onKey);
    return () => section?.removeEventListener('keydown', onKey);
  }, []);
  const rows = useMemo(() => {
    const of = (kept: Wish | null) =>
      kept === null ? null : (supposedView(reading, read(kept, bounds, reading), payRoom, null)?.view ?? null);
    return a === null && b === null ? [] : compared([recorded, of(a), of(b)]);
  }, [reading, recorded, payRoom, bounds, a, b]);
  return (
    <div ref={around} class="what-if">
      <Section
        title={phrase('panel_what_if')}
        aside={nothing ? phrase('panel_what_if_aside') : phrase('panel_what_if_on')}
        isOpen={unfolded || !nothing}
        onToggle={() => unfold(!unfolded)}
      >
        <Levers wish={wish} bounds={bounds} unread={unread} onWish={take} />
        <div class="what-if-does">
          <button
            type="button"
            class="button"
            aria-keyshortcuts="Escape"
            disabled={nothing}
            onClick={() => take(NOTHING)}
          >
            {say(phrase('panel_what_if_reset'))}
          </button>
          <button type="button" class="button" disabled={nothing} onClick={() => onWhatIf({ ...whatIf, a: wish })}>
            {say(phrase('panel_what_if_keep_a'))}
          </button>
          <button type="button" class="button" disabled={nothing} onClick={() => onWhatIf({ ...whatIf, b: wish })}>
            {say(phrase('panel_what_if_keep_b'))}
          </button>
        </div>
        {rows.length > 0 && (
          <Comparing
            rows={rows}
            hasA={a !== null}
            hasB={b !== null}
            onTake={(which) => take((which === 'a' ? a : b) ?? NOTHING)}
          />
        )}
        <p class="note">{say(phrase('panel_what_if_note'))}</p>
      </Section>
      <Told supposed={supposed} />
    </div>
  );
}

/** A slider moves faster than anybody can listen. */
const PAUSE = 600;

/** Says, to those who cannot see the tiles move, what has come of a what-if. */
function Told({ supposed }: Pick<WhatIfProps, 'supposed'>) {
  const { say, show } = useLanguage();
  const [told, tell] = useState('');
  useEffect(() => {
    const later = setTimeout(() => {
      if (supposed === null) return tell('');
      const [pays, , attainment, , goal] = compared([supposed]).map(({ answers: [answer] }) =>
        answer != null && isExplained(answer) ? answer.figure : phraseFigure(phrase('ui_not_known')),
      );
      tell(
        pays === undefined || attainment === undefined || goal === undefined
          ? ''
          : say(phrase('panel_what_if_told', { unit: 'text', text: show(pays, 'short') }, attainment, goal)),
      );
    }, PAUSE);
    return () => clearTimeout(later);
  }, [supposed, say, show]);
  return (
    <p class="hidden" role="status">
      {told}
    </p>
  );
}
