import { formatRecordRef } from '../../core/model/record-ref';
import { isGiven } from '../../core/value/known';
import { phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { Tell } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { AnswerTile } from '../tiles/answer-tile';
import type { PanelView } from '../view/panel-view';
import { subjectOf } from '../view/subject';
import type { SupposedView } from '../view/what-if/supposed-view';
import type { Memory, WhatIf } from '../view/what-if/what-if';
import { Empty, ReadingFor } from './empty';
import { Header } from './header';
import { Notice } from './notice';
import { ReadAhead } from './read-ahead';
import type { SectionName, Shown } from './shown';

type PanelProps = {
  readonly shown: Shown;
  /** null while there is no deal to show. */
  readonly view: PanelView | null;
  /** The deal as it would be; null while nothing is supposed of it. */
  readonly supposed: SupposedView | null;
  readonly onWhatIf: (whatIf: WhatIf) => void;
  readonly memory: Memory;
  readonly onRefresh: () => void;
  readonly onConnect: () => void;
  readonly onRetry: () => void;
  readonly onApp: () => void;
  readonly onClose: (() => void) | null;
  readonly onReadAhead: (goOn: boolean) => void;
  readonly onOtherSide: () => void;
  readonly onFold: (section: SectionName) => void;
  readonly onBrief: (isOpen: boolean) => void;
  readonly libraryUrl: string;
  readonly pageUrl: string;
  readonly onOptions: () => void;
};

/** The whole panel: which deal, two sentences, four answers, and what is behind them. */
export function Panel(props: PanelProps) {
  const {
    shown,
    view,
    supposed,
    onRefresh,
    onConnect,
    onRetry,
    onApp,
    onClose,
    onOtherSide,
    onBrief,
    libraryUrl,
    pageUrl,
  } = props;
  const { reading } = shown;
  const { brief: BriefRoom } = shown.rooms;
  // A brief is of the deal as it is recorded.
  const wouldBe = shown.brief ? null : supposed;
  return (
    <div class={wouldBe === null ? 'panel' : 'panel supposed'}>
      <Header
        reading={reading}
        attained={(wouldBe?.view ?? view)?.attained ?? null}
        onRefresh={onRefresh}
        libraryUrl={libraryUrl}
        onClose={onClose}
        onOtherSide={onOtherSide}
        onBrief={view === null || shown.brief ? null : () => onBrief(true)}
      />
      <main>
        {reading !== null && view === null && subjectOf(reading) !== null ? (
          <Elsewhere {...props} reading={reading} />
        ) : view === null || reading === null || !isGiven(reading.dossier) ? (
          <Empty shown={shown} onConnect={onConnect} onRefresh={onRefresh} onRetry={onRetry} onApp={onApp} />
        ) : shown.brief && BriefRoom !== undefined ? (
          <BriefRoom
            reading={reading}
            dossier={reading.dossier.value}
            sights={view.sights}
            onBack={() => onBrief(false)}
            pageUrl={onClose === null ? null : `${pageUrl}?in=library&show=brief#${formatRecordRef(reading.ref)}`}
          />
        ) : (
          <Answers {...props} view={view} />
        )}
      </main>
    </div>
  );
}

/** A company's page, or a rep's own. */
function Elsewhere({ shown, reading, onFold, onOptions, pageUrl, ...on }: PanelProps & { readonly reading: Reading }) {
  const { account: AccountRoom, home: HomeRoom } = shown.rooms;
  const { company, book } = reading;
  return (
    <>
      <InTheWay shown={shown} {...on} />
      {reading.ref.kind === 'account' && AccountRoom !== undefined && isGiven(company) && (
        <AccountRoom reading={reading} company={company.value} />
      )}
      {reading.ref.kind === 'user' && HomeRoom !== undefined && isGiven(book) && (
        <HomeRoom
          reading={reading}
          book={book.value}
          riskRoom={shown.riskRoom}
          payRoom={shown.payRoom}
          open={shown.open}
          onFold={onFold}
          onOptions={onOptions}
          pageUrl={pageUrl}
        />
      )}
    </>
  );
}

type InTheWayProps = Pick<PanelProps, 'shown' | 'onRefresh' | 'onConnect' | 'onRetry' | 'onApp'>;

/** What is wrong between us and the CRM, above what is known all the same. */
function InTheWay({ shown, onRefresh, onConnect, onRetry, onApp }: InTheWayProps) {
  const { say } = useLanguage();
  const connection = shown.reading?.connection;
  return (
    <>
      {shown.cutOff && <p class="notice">{say(phrase('panel_cut_off'))}</p>}
      {connection?.problem != null && (
        <Notice
          problem={connection.problem}
          beside={connection.way === 'page' ? phrase('panel_page_only') : null}
          onConnect={onConnect}
          onRefresh={onRefresh}
          onRetry={onRetry}
          onApp={onApp}
        />
      )}
      {shown.progress !== null && shown.reading?.ref.kind !== 'opportunity' && <ReadingFor progress={shown.progress} />}
    </>
  );
}

function Answers({
  shown,
  view: recorded,
  supposed,
  onWhatIf,
  memory,
  onRefresh,
  onConnect,
  onRetry,
  onApp,
  onFold,
  onReadAhead,
  onOptions,
}: PanelProps & { readonly view: PanelView }) {
  const { say } = useLanguage();
  const { money: MoneyRoom, deal: DealRoom, whatIf: WhatIfRoom } = shown.rooms;
  const view = supposed?.view ?? recorded;
  const reading = supposed?.reading ?? shown.reading;
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
