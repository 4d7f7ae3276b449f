import { phrase, textFigure } from '../core/value/phrase';
import { Say } from '../ui/language/say';
import { useLanguage } from '../ui/language/speech';
import { useHeld } from '../ui/use-held';
import type { Site, SiteSession } from './site';

type PopupProps = {
  readonly session: SiteSession;
  readonly onOptions: () => void;
  readonly libraryUrl: string;
  readonly onDone: () => void;
};

const whole = (site: Site) => site;

/** What the toolbar button opens: whether Goalside works on the page in front, and what to do about it. */
export function Popup({ session, onOptions, libraryUrl, onDone }: PopupProps) {
  const { say } = useLanguage();
  const { origin, works, refused } = useHeld(session.store, whole);
  const host = origin === null ? '' : new URL(origin).host;
  return (
    <main class="popup">
      <h1>{say(phrase('extension_name'))}</h1>
      <div role="status">
        {works === true && <Said of={phrase('popup_connected', textFigure(host))} />}
        {works === false && origin !== null && <Said of={phrase('popup_not_connected', textFigure(host))} />}
        {works === false && origin === null && <Said of={phrase('popup_nothing_here')} />}
        {refused && <Said of={phrase('popup_refused')} />}
      </div>
      <div class="actions">
        {works === true && (
          <button type="button" class="button main" onClick={() => void session.toggle().then(onDone)}>
            {say(phrase('popup_toggle'))}
          </button>
        )}
        {works === false && origin !== null && (
          <button type="button" class="button main" onClick={() => void session.connect()}>
            {say(phrase('popup_connect', textFigure(host)))}
          </button>
        )}
        <a class="button" href={libraryUrl} target="_blank" rel="noreferrer">
          {say(phrase('popup_library'))}
        </a>
        <button type="button" class="button" onClick={onOptions}>
          {say(phrase('popup_options'))}
        </button>
      </div>
    </main>
  );
}

function Said({ of }: { readonly of: ReturnType<typeof phrase> }) {
  return (
    <p>
      <Say phrase={of} />
    </p>
  );
}
