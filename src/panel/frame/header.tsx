import { instantFigure, type Phrase, phrase, phraseFigure } from '../../core/value/phrase';
import type { Reading, Way } from '../../messages/reading';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { Ring } from '../../ui/pieces/ring';
import { type Subject, subjectOf } from '../view/subject';
import { CloseIcon, LibraryIcon, OtherSideIcon, RefreshIcon } from './icons';

/** What the buttons of the header do. A panel inside the library has nothing to close. */
export type HeaderActions = {
  readonly onRefresh: () => void;
  /** null where there is nothing to make a brief of, or it is open. */
  readonly onBrief: (() => void) | null;
  readonly libraryUrl: string;
  readonly onClose: (() => void) | null;
  readonly onOtherSide: () => void;
};

type HeaderProps = HeaderActions & { readonly reading: Reading | null; readonly attained: number | null };

const WAYS: Readonly<Record<Way, Phrase>> = {
  session: phrase('panel_way_session'),
  app: phrase('panel_way_app'),
  page: phrase('panel_way_page'),
  cache: phrase('panel_way_cache'),
};

function wayOf({ crm }: Reading['ref'], { way }: Reading['connection']): Phrase {
  return way === 'session' && crm === 'tryton' ? phrase('panel_way_session_tryton') : WAYS[way];
}

/** Which deal this is, how fresh what is known of it is, and by which way it came. */
export function Header({ reading, attained, onRefresh, libraryUrl, onClose, onOtherSide, onBrief }: HeaderProps) {
  const { say } = useLanguage();
  const subject = reading === null ? null : subjectOf(reading);
  const name = subject?.name ?? say(phrase('extension_name'));
  const people = subject?.people ?? [];
  return (
    <header class="panel-head">
      <div class="row">
        {subject !== null && reading?.ref.kind === 'opportunity' && <Ring share={attained} />}
        <h1 title={name}>
          <bdi>{name}</bdi>
        </h1>
        {onBrief !== null && (
          <button type="button" class="icon-button word" title={say(phrase('panel_brief_what'))} onClick={onBrief}>
            {say(phrase('panel_brief'))}
          </button>
        )}
        {reading !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label={say(phrase('panel_refresh'))}
            title={say(phrase('panel_refresh'))}
            onClick={onRefresh}
          >
            <RefreshIcon turning={reading.connection.reading} />
          </button>
        )}
        {onClose !== null && (
          <a
            class="icon-button"
            href={libraryUrl}
            target="_blank"
            rel="noopener"
            aria-label={say(phrase('panel_library'))}
            title={say(phrase('panel_library'))}
          >
            <LibraryIcon />
          </a>
        )}
        {onClose !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label={say(phrase('panel_other_side'))}
            title={say(phrase('panel_other_side'))}
            onClick={onOtherSide}
          >
            <OtherSideIcon />
          </button>
        )}
        {onClose !== null && (
          <button
            type="button"
            class="icon-button"
            aria-label={say(phrase('panel_close'))}
            title={say(phrase('panel_close'))}
            onClick={onClose}
          >
            <CloseIcon />
          </button>
        )}
      </div>
      {people.length > 0 && (
        <div class="sub people-line" title={people.join(' · ')}>
          {people.map((text, index) => (
            <span key={text}>
              {index > 0 && ' · '}
              <bdi>{text}</bdi>
            </span>
          ))}
        </div>
      )}
      {/* What begins is not told, only what it came to. */}
      <div class="sub" role="status" aria-busy={reading?.connection.reading === true}>
        {subject !== null && reading !== null && <Freshness asOf={subject.asOf} reading={reading} />}
      </div>
    </header>
  );
}

type FreshnessProps = { readonly asOf: Subject['asOf']; readonly reading: Reading };

function Freshness({ asOf: readAt, reading: { ref, connection } }: FreshnessProps) {
  const asOf = instantFigure(readAt);
  const live = connection.way === 'page' || (connection.problem === null && connection.way !== 'cache');
  const said = connection.reading
    ? phrase('panel_fresh_reading', asOf)
    : live
      ? phrase('panel_fresh_live', asOf, phraseFigure(wayOf(ref, connection)))
      : phrase('panel_fresh_cached', asOf);
  return (
    <>
      <span class={`dot ${live ? 'live' : 'cached'}`} aria-hidden="true" />
      <span>
        <Say phrase={said} />
      </span>
    </>
  );
}
