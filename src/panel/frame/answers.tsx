import { phrase } from '../../core/value/phrase';
import { usePainted } from '../../ui/after-paint';
import { Tell } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { AnswerTile } from '../tiles/answer-tile';
import type { PanelView } from '../view/panel-view';
import type { SupposedView } from '../view/what-if/supposed-view';
import type { Memory, WhatIf } from '../view/what-if/what-if';
import { ReadingFor } from './empty';
import { InTheWay } from './in-the-way';
import type { NoticeActions } from './notice';
import { ReadAhead } from './read-ahead';
import type { SectionName, Shown } from './shown';

export type AnswersProps = NoticeActions & {
  readonly shown: Shown;
  readonly view: PanelView;
  /** The deal as it would be; null while nothing is supposed of it. */
  readonly supposed: SupposedView | null;
  readonly onWhatIf: (whatIf: WhatIf) => void;
  readonly memory: Memory;
  readonly onFold: (section: SectionName) => void;
  readonly onReadAhead: (goOn: boolean) => void;
  readonly onOptions: () => void;
};

/** Two sentences and four answers; what is behind them is drawn once they are painted, and they wait for none of it. */
export function Answers(props: AnswersProps) {
  const { shown, supposed, onWhatIf, memory, onRefresh, onConnect, onRetry, onApp, onReadAhead, onOptions } = props;
  const { whatIf: WhatIfRoom } = shown.rooms;
  const view = supposed?.view ?? props.view;
  const isPainted = usePainted();
  return (
    <>
      <InTheWay shown={shown} onRefresh={onRefresh} onConnect={onConnect} onRetry={onRetry} onApp={onApp} />
      {supposed !== null && WhatIfRoom !== undefined && shown.whatIf !== null && (
        <WhatIfRoom.Banner whatIf={shown.whatIf} reading={supposed.reading} onWhatIf={onWhatIf} memory={memory} />
      )}
      <div class="summary">
        {view.summary.map((line) => (
          <p key={line.phrase.key}>
            <Tell line={line} />
          </p>
        ))}
      </div>
      <div class="tiles">
        {view.tiles.map((tile) => (
          <AnswerTile key={tile.title.key} view={tile} onOptions={onOptions} />
        ))}
      </div>
      {shown.progress !== null && <ReadingFor progress={shown.progress} />}
      <ReadAhead shown={shown} onReadAhead={onReadAhead} />
      {isPainted && <Below {...props} />}
    </>
  );
}

/** What is behind the answers, section by section. */
function Below({ shown, view: recorded, supposed, onWhatIf, memory, onFold }: AnswersProps) {
  const { say } = useLanguage();
  const { money: MoneyRoom, deal: DealRoom, whatIf: WhatIfRoom } = shown.rooms;
  const view = supposed?.view ?? recorded;
  const reading = supposed?.reading ?? shown.reading;
  return (
    <>
      {WhatIfRoom !== undefined && shown.reading !== null && (
        <WhatIfRoom.Section
          reading={shown.reading}
          recorded={recorded}
          supposed={supposed?.view ?? null}
          payRoom={shown.payRoom}
          whatIf={shown.whatIf}
          onWhatIf={onWhatIf}
          memory={memory}
        />
      )}
      {MoneyRoom !== undefined && <MoneyRoom sights={view.sights} open={shown.open} onFold={onFold} />}
      {DealRoom !== undefined && reading !== null && (
        <DealRoom reading={reading} sights={view.sights} riskRoom={shown.riskRoom} open={shown.open} onFold={onFold} />
      )}
      <footer>
        <span>
          <Tell line={view.footing} />
        </span>
        <span>{say(phrase('extension_name'))}</span>
      </footer>
    </>
  );
}
