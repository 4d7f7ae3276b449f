import { useState } from 'preact/hooks';
import { phrase, textFigure } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';
import { Asking } from '../../ui/pieces/asking';
import { useHeld } from '../../ui/use-held';
import type { ConnectedSites, SitesSession } from './session';

const whole = (sites: ConnectedSites) => sites;

const OUTCOMES = {
  connected: phrase('sites_connected_now'),
  refused: phrase('sites_refused'),
  'no-address': phrase('sites_no_address'),
  disconnected: phrase('sites_disconnected'),
} as const;

/** Sites with a CRM of the company's own: which are connected, and how another is. */
export function Sites({ session }: { readonly session: SitesSession }) {
  const { say } = useLanguage();
  const { sites, outcome, asking } = useHeld(session.store, whole);
  const [address, setAddress] = useState('');
  return (
    <section aria-labelledby="sites-title">
      <h2 id="sites-title">{say(phrase('sites_title'))}</h2>
      <p class="note">{say(phrase('sites_what'))}</p>
      <ul>
        {sites?.map((origin) => (
          <li key={origin} class="card">
            <span class="card-name">
              <bdi>{origin}</bdi>
            </span>
            <button
              type="button"
              class="link"
              aria-label={say(phrase('sites_disconnect_named', textFigure(origin)))}
              onClick={() => session.ask(origin)}
            >
              {say(phrase('sites_disconnect'))}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          void session.connect(address);
        }}
      >
        <label>
          {say(phrase('sites_address'))}{' '}
          <input
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {say(phrase('sites_connect'))}
        </button>
      </form>
      <div role="status">
        {outcome !== null && (
          <p class={outcome === 'connected' || outcome === 'disconnected' ? 'done' : 'alarm'}>
            {say(OUTCOMES[outcome])}
          </p>
        )}
      </div>
      {asking !== null && (
        <Asking
          question={phrase('sites_ask_disconnect', textFigure(asking))}
          yes={phrase('sites_yes_disconnect')}
          no={phrase('options_no_keep')}
          onYes={() => void session.confirm()}
          onNo={() => session.ask(null)}
        />
      )}
    </section>
  );
}
