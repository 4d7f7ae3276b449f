import { useMemo } from 'preact/hooks';
import { formatRecordRef } from '../core/model/record-ref';
import { countFigure, instantFigure, phrase, textFigure } from '../core/value/phrase';
import type { CachedRecord } from '../messages/page-and-background';
import { Say } from '../ui/language/say';
import { useLanguage } from '../ui/language/speech';
import { Asking } from '../ui/pieces/asking';
import { useHeld } from '../ui/use-held';
import { found } from './search';
import { type LibrarySession, nameOf, type Shelf } from './shelf';

type LibraryProps = { readonly session: LibrarySession; readonly panelUrl: string };

const whole = (shelf: Shelf) => shelf;

/** Every deal that was read before: find it, open it, forget it. Works without a network. */
export function Library({ session, panelUrl }: LibraryProps) {
  const { say } = useLanguage();
  const { records, query, open, asking, cutOff } = useHeld(session.store, whole);
  const shown = useMemo(() => found(records ?? [], query), [records, query]);
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
        {records !== null && records.length === 0 && <p class="nothing">{say(phrase('library_empty'))}</p>}
        {records !== null && records.length > 0 && (
          <>
            <div class="find">
              <label>
                <span>{say(phrase('library_find'))}</span>
                <input type="search" value={query} onInput={(event) => session.search(event.currentTarget.value)} />
              </label>
              <span role="status" class="note">
                {say(phrase('library_found', countFigure(shown.length), countFigure(records.length)))}
              </span>
            </div>
            <ul class="records">
              {shown.map((record) => (
                <Row key={nameOf(record)} record={record} isOpen={record === open} session={session} />
              ))}
            </ul>
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
      {open !== null && (
        <aside aria-label={open.name}>
          <div class="reader-head">
            <button type="button" class="button" onClick={() => session.openRecord(null)}>
              {say(phrase('library_close_deal'))}
            </button>
          </div>
          <iframe title={open.name} src={`${panelUrl}?in=library#${formatRecordRef(open.ref)}`} />
        </aside>
      )}
    </div>
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
          <Say phrase={phrase('library_as_of', instantFigure(record.asOf))} />
        </span>
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
