import { countFigure, numberFigure, phrase, shareFigure, textFigure } from '../../core/value/phrase';
import type { CallsCard, Keeping as KeepingNow } from '../../messages/ahead';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { AheadLine } from '../../ui/pieces/ahead-line';
import { useHeld } from '../../ui/use-held';
import { ReadLog } from './read-log';
import type { KeepingSession, KeepingShown } from './session';

type KeepingProps = {
  readonly session: KeepingSession;
  /** Hands a file to the user. */
  readonly save: (fileName: string, text: string) => void;
};

/** Shares of an organisation's daily calls that can be chosen. */
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.25];

const MEGABYTE = 1_000_000;

const whole = (shown: KeepingShown) => shown;

/** What is kept fresh without being asked for, what that may cost the organisation, and what was read. */
export function Keeping({ session, save }: KeepingProps) {
  const { say } = useLanguage();
  const shown = useHeld(session.store, whole);
  const { keeping, storage } = shown;
  return (
    <>
      <section aria-labelledby="keeping-title">
        <h2 id="keeping-title">{say(phrase('keeping_title'))}</h2>
        <p>{say(phrase('keeping_what'))}</p>
        {keeping !== null && (
          <>
            <Wishes keeping={keeping} session={session} />
            {keeping.ahead.map((one) => (
              <AheadLine
                key={`${one.host} ${one.user}`}
                ahead={one}
                onStop={() => void session.change({ stopped: true })}
                onGoOn={() => void session.change({ stopped: false })}
              />
            ))}
            <ul class="facts">
              {keeping.calls.map((card) => (
                <Calls key={card.host} card={card} />
              ))}
              <li>
                <Say phrase={phrase('keeping_deals', countFigure(keeping.deals), countFigure(keeping.tended))} />
              </li>
              {storage !== null && (
                <li>
                  <Say phrase={phrase('keeping_storage', megabytes(storage.used), megabytes(storage.quota))} />
                </li>
              )}
            </ul>
            <RoomMade keeping={keeping} session={session} />
            <Pinned keeping={keeping} session={session} />
          </>
        )}
      </section>
      <ReadLog shown={shown} session={session} save={save} />
    </>
  );
}

type Part = { readonly keeping: KeepingNow; readonly session: KeepingSession };

function Wishes({ keeping: { on, share }, session }: Part) {
  const { say } = useLanguage();
  return (
    <>
      <p>
        <label>
          <input type="checkbox" checked={on} onChange={() => void session.change({ on: !on })} />{' '}
          {say(phrase('keeping_on'))}
        </label>
      </p>
      <p>
        <label>
          {say(phrase('keeping_share'))}{' '}
          <select
            value={String(share)}
            onChange={(event) => void session.change({ share: Number(event.currentTarget.value) })}
          >
            {[...new Set([...SHARES, share])]
              .sort((a, b) => a - b)
              .map((one) => (
                <option key={one} value={String(one)}>
                  {say(phrase('keeping_share_of', shareFigure(one)))}
                </option>
              ))}
          </select>
        </label>
      </p>
      <p class="note">{say(phrase('keeping_polite'))}</p>
    </>
  );
}

function Calls({ card: { host, own, ahead, allowed, organisation } }: { readonly card: CallsCard }) {
  const ours = [textFigure(host), countFigure(own), countFigure(allowed), countFigure(ahead)] as const;
  return (
    <li>
      <Say phrase={phrase('keeping_calls', ...ours)} />
      {organisation !== null && (
        <>
          {' '}
          <Say phrase={phrase('keeping_calls_all', countFigure(organisation.used), countFigure(organisation.limit))} />
        </>
      )}
    </li>
  );
}

function RoomMade({ keeping: { roomMade }, session }: Part) {
  const { say } = useLanguage();
  if (roomMade === null) return null;
  return (
    <div class="actions">
      <p role="status">
        <Say phrase={phrase('ahead_room_made', countFigure(roomMade.deals))} />
      </p>
      <button type="button" class="button" onClick={() => void session.toldOfRoom()}>
        {say(phrase('ahead_room_seen'))}
      </button>
    </div>
  );
}

function Pinned({ keeping: { pinned }, session }: Part) {
  const { say } = useLanguage();
  return (
    <>
      <h3>{say(phrase('keeping_pinned'))}</h3>
      {pinned.length === 0 && <p class="note">{say(phrase('keeping_pinned_none'))}</p>}
      <ul class="facts">
        {pinned.map((record) => (
          <li key={`${record.key.organisation}/${record.key.user}/${record.key.id}`}>
            <bdi>{record.name}</bdi>{' '}
            <button
              type="button"
              class="link"
              aria-label={say(phrase('keeping_unpin_named', textFigure(record.name)))}
              onClick={() => void session.unpin(record)}
            >
              {say(phrase('keeping_unpin'))}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function megabytes(bytes: number) {
  return numberFigure(bytes / MEGABYTE, bytes < 10 * MEGABYTE ? 1 : 0);
}
