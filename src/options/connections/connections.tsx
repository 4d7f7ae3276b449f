import { type Phrase, phrase, textFigure } from '../../core/value/phrase';
import type { ConnectionCard } from '../../messages/cards/connection-card';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { useHeld } from '../../ui/use-held';
import { appWords } from './app-words';
import type { ConnectionsSession, Ways } from './session';

type Sessioned = { readonly session: ConnectionsSession };

const whole = (ways: Ways) => ways;

/** By which way each organisation is reached, and its approved app where it has one. */
export function Connections({ session }: Sessioned) {
  const { say } = useLanguage();
  const ways = useHeld(session.store, whole);
  const { cards, wanted } = ways;
  if (cards === null) return null;
  const isAsked = wanted !== null || cards.some(({ client }) => client !== null);
  return (
    <section aria-labelledby="ways-title">
      <h2 id="ways-title">{say(phrase('options_ways'))}</h2>
      {cards.length === 0 && <p class="note">{say(phrase('options_ways_none'))}</p>}
      <ul class="cards">
        {cards.map((card) => (
          <Card key={card.host} card={card} ways={ways} session={session} />
        ))}
      </ul>
      {ways.redirectUrl !== '' && (
        <details open={isAsked}>
          <summary>{say(phrase('options_app_for_administrators'))}</summary>
          <p>{say(phrase('options_app_how'))}</p>
          <p>
            <code>{ways.redirectUrl}</code>{' '}
            <button type="button" class="button" onClick={() => void session.copyRedirectUrl()}>
              {say(phrase('options_app_copy'))}
            </button>{' '}
            <span role="status">
              {ways.copied === 'copied' && say(phrase('options_app_copied'))}
              {ways.copied === 'by-hand' && say(phrase('options_app_copy_by_hand'))}
            </span>
          </p>
        </details>
      )}
    </section>
  );
}

type CardProps = Sessioned & { readonly card: ConnectionCard; readonly ways: Ways };

function Card({ card, ways, session }: CardProps) {
  const { say } = useLanguage();
  const { host, client, way } = card;
  const news = ways.news?.host === host ? ways.news.problem : null;
  const isBusy = ways.busy === host;
  return (
    <li class="card">
      <span class="card-name">
        <strong>
          <bdi>{host}</bdi>
        </strong>
        <br />
        <span class="note">
          <Say phrase={wayWords(card)} />
        </span>
      </span>
      {way === 'app' ? (
        <button type="button" class="button" disabled={isBusy} onClick={() => void session.disconnect(host)}>
          {say(phrase('options_app_disconnect'))}
        </button>
      ) : (
        client !== null && (
          <button type="button" class="button main" disabled={isBusy} onClick={() => void session.connect(host)}>
            {say(phrase('options_app_connect'))}
          </button>
        )
      )}
      {client?.from === 'administrator' ? (
        <p class="note">
          <Say phrase={phrase('options_app_by_administrator', textFigure(client.clientId))} />
        </p>
      ) : (
        <ClientId card={card} session={session} isBusy={isBusy} />
      )}
      <div role="status">
        {isBusy && <p>{say(phrase('options_app_busy'))}</p>}
        {news !== null && (
          <p class="alarm">
            <Say phrase={appWords(news, ways.redirectUrl)} />
          </p>
        )}
      </div>
    </li>
  );
}

function ClientId({ card, session, isBusy }: Sessioned & { readonly card: ConnectionCard; readonly isBusy: boolean }) {
  const { say } = useLanguage();
  const { host, client } = card;
  return (
    <form
      class="actions"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget).get('client');
        void session.enter(host, typeof given === 'string' ? given : '');
      }}
    >
      <label>
        {say(phrase('options_app_client'))}{' '}
        <input name="client" type="text" autocomplete="off" spellcheck={false} defaultValue={client?.clientId ?? ''} />
      </label>
      <button type="submit" class="button" disabled={isBusy}>
        {say(phrase('options_app_keep'))}
      </button>
    </form>
  );
}

function wayWords({ way, user, problem }: ConnectionCard): Phrase {
  if (way !== null && user !== null) {
    return way === 'app'
      ? phrase('options_way_app_as', textFigure(user))
      : phrase('options_way_session_as', textFigure(user));
  }
  if (way !== null) return phrase(way === 'app' ? 'options_way_app' : 'options_way_session');
  if (problem?.kind === 'blocked') return phrase('options_way_blocked');
  if (problem?.kind === 'session-hidden') return phrase('options_way_session_hidden');
  return phrase('options_way_none');
}
