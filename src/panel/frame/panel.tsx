import { formatRecordRef } from '../../core/model/record-ref';
import { isGiven } from '../../core/value/known';
import type { Reading } from '../../messages/reading';
import type { PanelView } from '../view/panel-view';
import { subjectOf } from '../view/subject';
import { Answers, type AnswersProps } from './answers';
import { Empty } from './empty';
import { Header } from './header';
import { InTheWay } from './in-the-way';

type PanelProps = Omit<AnswersProps, 'view'> & {
  /** null while there is no deal to show. */
  readonly view: PanelView | null;
  readonly onClose: (() => void) | null;
  readonly onOtherSide: () => void;
  readonly onBrief: (isOpen: boolean) => void;
  readonly libraryUrl: string;
  readonly pageUrl: string;
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
