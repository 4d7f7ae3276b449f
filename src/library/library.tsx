import { useEffect, useRef } from 'preact/hooks';
import { formatRecordRef } from '../core/model/record-ref';
import { countFigure, instantFigure, phrase, textFigure } from '../core/value/phrase';
import type { CachedRecord } from '../messages/cards/cached-record';
import { Say } from '../ui/language/say';
import { useLanguage } from '../ui/language/speech';
import { AheadLine } from '../ui/pieces/ahead-line';
import { Asking } from '../ui/pieces/asking';
import { useHeld } from '../ui/use-held';
import { type LibrarySession, nameOf, type Shelf } from './shelf';

type LibraryProps = { readonly session: LibrarySession; readonly panelUrl: string };

const whole = (shelf: Shelf) => shelf;

/** Every deal that was read before: find it, open it, forget it. Works without a network. */
export function Library({ session, panelUrl }: LibraryProps) {
  const { say } = useLanguage();
  const shelf = useHeld(session.store, whole);
  const { records, query, open, asking, cutOff } = shelf;
  const list = useRef<HTMLUListElement>(null);
  const close = () => {
    list.current?.querySelector<HTMLElement>('.open .record-open')?.focus();
    session.openRecord(null);
  };
  return (
    <div class={open === null ? 'library' : 'library reading'}>
      <main>
        <h1>{say(phrase('library_title'))}</h1>
        <p class="note">{say(phrase('library_what'))}</p>
        {cutOff && (
          <p class="notice" role="alert">
            {say(phrase('library_cut_off'))}
          </p>
        )}
        {records === null && !cutOff && <p class="note">{say(phrase('library_opening'))}</p>}
        <Keeping shelf={shelf} session={session} />
        {records !== null && shelf.all === 0 && <p class="nothing">{say(phrase('library_empty'))}</p>}
        {records !== null && shelf.all > 0 && (
          <>
            <div class="find">
              <label>
                <span>{say(phrase('library_find'))}</span>
                <input
                  type="search"
                  value={query}
                  onInput={(event) => void session.search(event.currentTarget.value)}
                />
              </label>
              <span role="status" class="note">
                {say(
                  phrase(
                    shelf.next === null ? 'library_found' : 'library_found_first',
                    countFigure(records.length),
                    countFigure(shelf.all),
                  ),
                )}
              </span>
            </div>
            <ul class="records" ref={list}>
              {records.map((record) => (
                <Row key={nameOf(record)} record={record} isOpen={record === open} session={session} />
              ))}
            </ul>
            {shelf.next !== null && (
              <button type="button" class="button" onClick={() => void session.more()}>
                {say(phrase('library_more'))}
              </button>
            )}
            <button type="button" class="button danger" onClick={() => session.ask('all')}>
              {say(phrase('library_forget_all'))}
            </button>
          </>
        )}
        {asking !== null && (
          <Asking
            question={
              asking === 'all'
                ? phrase('library_ask_forget_all')
                : phrase('library_ask_forget', textFigure(asking.name))
            }
            yes={phrase('library_yes_forget')}
            no={phrase('library_no_keep')}
            onYes={() => void session.forget()}
            onNo={() => session.ask(null)}
          />
        )}
      </main>
      {open !== null && <Reader key={nameOf(open)} open={open} panelUrl={panelUrl} onClose={close} />}
    </div>
  );
}

type ReaderProps = { readonly open: CachedRecord; readonly panelUrl: string; readonly onClose: () => void };

/** The deal that was opened, beside the list. The keyboard comes along, and goes back to the deal's line when it is closed. */
function Reader({ open, panelUrl, onClose }: ReaderProps) {
  const { say } = useLanguage();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <aside aria-label={open.name}>
      <div class="reader-head">
        <button type="button" class="button" ref={close} onClick={onClose}>
          {say(phrase('library_close_deal'))}
        </button>
      </div>
      <iframe title={open.name} src={`${panelUrl}?in=library#${formatRecordRef(open.ref)}`} />
    </aside>
  );
}

/** What is read ahead just now, and what had to make room. */
function Keeping({ shelf, session }: { readonly shelf: Shelf; readonly session: LibrarySession }) {
  const { say } = useLanguage();
  const { roomMade, ahead } = shelf;
  return (
    <>
      {ahead.map((one) => (
        <AheadLine
          key={`${one.host} ${one.user}`}
          ahead={one}
          onStop={() => void session.readAhead(false)}
          onGoOn={() => void session.readAhead(true)}
        />
      ))}
      {roomMade !== null && (
        <div class="notice">
          <p>
            <Say phrase={phrase('ahead_room_made', countFigure(roomMade.deals))} />
          </p>
          <button type="button" class="button" onClick={() => void session.toldOfRoom()}>
            {say(phrase('ahead_room_seen'))}
          </button>
        </div>
      )}
    </>
  );
}

type RowProps = { readonly record: CachedRecord; readonly isOpen: boolean; readonly session: LibrarySession };

function Row({ record, isOpen, session }: RowProps) {
  const { say } = useLanguage();
  const people = [record.account, record.owner].filter((text) => text !== null);
  return (
    <li class={isOpen ? 'record open' : 'record'}>
      <button type="button" class="record-open" aria-pressed={isOpen} onClick={() => session.openRecord(record)}>
        <b title={record.name}>
          <bdi>{record.name}</bdi>
        </b>
        <span class="note">
          {people.map((text) => (
            <span key={text}>
              <bdi>{text}</bdi>
              {' · '}
            </span>
          ))}
          <Say
            phrase={
              record.asOf === null ? phrase('library_only_listed') : phrase('library_as_of', instantFigure(record.asOf))
            }
          />
        </span>
      </button>
      <button
        type="button"
        class="link pin"
        aria-pressed={record.pinned}
        aria-label={say(phrase('library_pin_named', textFigure(record.name)))}
        onClick={() => void session.pin(record, !record.pinned)}
      >
        {say(phrase('library_pin'))}
      </button>
      <button
        type="button"
        class="link"
        aria-label={say(phrase('library_forget_named', textFigure(record.name)))}
        onClick={() => session.ask(record)}
      >
        {say(phrase('library_forget'))}
      </button>
    </li>
  );
}
