import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { isGiven } from '../../core/value/known';
import type { Language } from '../../ui/language/language';
import { Speaking } from '../../ui/language/speech';
import { useHeld } from '../../ui/use-held';
import type { RoomLoaders } from '../rooms/rooms';
import { groundOf, viewOn } from '../view/panel-view';
import type { PayRoom } from '../view/pay/sight';
import type { Memory, WhatIf } from '../view/what-if/what-if';
import { Answering } from './asks';
import { glanceOf } from './glance-of';
import { LaunchError, type LaunchFacts, type LaunchWords } from './launch-error';
import { Panel } from './panel';
import type { PanelSession } from './session';
import type { Shown, ShownStore } from './shown';

export type AppProps = {
  readonly store: ShownStore;
  readonly session: PanelSession;
  readonly language: Language;
  readonly words: LaunchWords;
  readonly facts: LaunchFacts;
  readonly libraryUrl: string;
  /** The panel as a page of its own. */
  readonly pageUrl: string;
  readonly loadPayRoom: () => Promise<PayRoom>;
  readonly loadRooms: RoomLoaders;
  /** Where a what-if is kept while the tab lives. */
  readonly memory: Memory;
  /** Inside the library the page around it closes the deal. */
  readonly embedded: boolean;
};

/** An extension that was updated under the page has other files: what stands there stays, and the rest keeps waiting. */
const noRoom = () => undefined;

const whole = (shown: Shown) => shown;

/** The panel's page. */
export function App(props: AppProps) {
  return (
    <LaunchError words={props.words} facts={props.facts}>
      <Shows {...props} />
    </LaunchError>
  );
}

/** The room that stands in place of a deal's answers; null where they stand there. */
function otherRoom({ brief, reading }: Shown): 'brief' | 'account' | 'home' | null {
  if (reading === null) return null;
  if (reading.ref.kind === 'account') return 'account';
  if (reading.ref.kind === 'user') return 'home';
  return brief ? 'brief' : null;
}

function Shows({ store, session, language, libraryUrl, pageUrl, loadPayRoom, loadRooms, memory, embedded }: AppProps) {
  const shown = useHeld(store, whole);
  const { reading, payRoom, rooms, whatIf } = shown;
  const wanted =
    reading !== null && isGiven(reading.dossier) && (rooms.money === undefined || rooms.deal === undefined);
  const hasPlan = reading !== null && isGiven(reading.plan);
  useEffect(() => {
    if (hasPlan && payRoom === null) loadPayRoom().then((room) => store.setState({ payRoom: room }), noRoom);
  }, [hasPlan, payRoom, loadPayRoom, store]);
  useEffect(() => {
    if (!wanted) return;
    // Shown together, or what is being read would be pushed down.
    Promise.all([loadRooms.money(), loadRooms.deal(), loadRooms.whatIf()]).then(
      ([money, deal, whatIf]) => store.setState((now) => ({ rooms: { ...now.rooms, money, deal, whatIf } })),
      noRoom,
    );
  }, [wanted, loadRooms, store]);
  const other = otherRoom(shown);
  useEffect(() => {
    if (other === null || rooms[other] !== undefined) return;
    loadRooms[other]().then((room) => store.setState((now) => ({ rooms: { ...now.rooms, [other]: room } })), noRoom);
  }, [other, rooms, loadRooms, store]);
  const today = reading?.today;
  const zone = reading?.zone;
  const spoken = useMemo(
    () => (today === undefined || zone === undefined ? language : language.on({ today, zone })),
    [language, today, zone],
  );
  // Once for each reading: folding a section or opening an explanation works nothing out again, and the pay room adds only the pay.
  const ground = useMemo(() => (reading === null ? null : groundOf(reading)), [reading]);
  const view = useMemo(() => (ground === null ? null : viewOn(ground, { payRoom })), [ground, payRoom]);
  useEffect(() => {
    if (view === null || reading === null || !isGiven(reading.dossier)) return;
    const glance = glanceOf(view, reading.dossier.asOf, spoken);
    if (glance !== null) void session.glanced(reading.ref, glance);
  }, [view, reading, spoken, session]);
  const supposed = useMemo(
    () =>
      reading === null || view === null || whatIf === null
        ? null
        : (rooms.whatIf?.supposed(reading, whatIf.wish, payRoom, view) ?? null),
    [reading, view, whatIf, rooms, payRoom],
  );
  const suppose = useCallback((next: WhatIf) => store.setState({ whatIf: next }), [store]);
  return (
    <Speaking value={spoken}>
      <Answering value={session}>
        <Panel
          shown={shown}
          view={view}
          supposed={supposed}
          onWhatIf={suppose}
          memory={memory}
          onRefresh={() => void session.refresh()}
          onConnect={() => void session.connect()}
          onRetry={() => void session.retry()}
          onApp={() => void session.app()}
          onClose={embedded ? null : () => void session.close()}
          onOtherSide={() => void session.otherSide()}
          onReadAhead={(goOn) => void session.readAhead(goOn)}
          onFold={(section) => void session.fold(section)}
          onBrief={(brief) => store.setState({ brief })}
          libraryUrl={libraryUrl}
          pageUrl={pageUrl}
          onOptions={() => void session.options()}
        />
      </Answering>
    </Speaking>
  );
}
