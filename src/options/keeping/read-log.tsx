import { countFigure, instantFigure, numberFigure, phrase } from '../../core/value/phrase';
import type { ReadEntry } from '../../messages/ahead';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { readsAsCsv, readsAsJson } from './read-export';
import type { KeepingSession, KeepingShown } from './session';

type ReadLogProps = {
  readonly shown: KeepingShown;
  readonly session: KeepingSession;
  readonly save: (fileName: string, text: string) => void;
};

const KILOBYTE = 1000;

/** The log of what was read: when, from where, which objects and fields, how much. No values, nobody's ids. */
export function ReadLog({ shown: { keeping, reads, more, cleared }, session, save }: ReadLogProps) {
  const { say } = useLanguage();
  const hand = async (fileName: string, write: (all: readonly ReadEntry[]) => string) => {
    save(fileName, write(await session.allReads()));
  };
  return (
    <section aria-labelledby="reads-title">
      <h2 id="reads-title">{say(phrase('reads_title'))}</h2>
      <p>{say(phrase('reads_what'))}</p>
      {keeping !== null && (
        <p class="note">
          <Say phrase={phrase('reads_held', countFigure(keeping.reads))} />
        </p>
      )}
      <div class="actions">
        {reads === null && (
          <button type="button" class="button" onClick={() => void session.olderReads()}>
            {say(phrase('reads_show'))}
          </button>
        )}
        <button type="button" class="button" onClick={() => void hand('goalside-reads.csv', readsAsCsv)}>
          {say(phrase('reads_csv'))}
        </button>
        <button type="button" class="button" onClick={() => void hand('goalside-reads.json', readsAsJson)}>
          {say(phrase('reads_json'))}
        </button>
        <button type="button" class="button danger" onClick={() => void session.clearReads()}>
          {say(phrase('reads_clear'))}
        </button>
      </div>
      <div role="status">{cleared && <p class="done">{say(phrase('reads_cleared'))}</p>}</div>
      {reads !== null && reads.length > 0 && (
        <div class="reads">
          <table class="figures">
            <caption>{say(phrase('reads_caption'))}</caption>
            <thead>
              <tr>
                <th scope="col">{say(phrase('reads_time'))}</th>
                <th scope="col">{say(phrase('reads_host'))}</th>
                <th scope="col">{say(phrase('reads_objects'))}</th>
                <th scope="col">{say(phrase('reads_size'))}</th>
              </tr>
            </thead>
            <tbody>
              {reads.map((read) => (
                <Row key={read.place} read={read} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {reads !== null && more && (
        <button type="button" class="button" onClick={() => void session.olderReads()}>
          {say(phrase('reads_older'))}
        </button>
      )}
    </section>
  );
}

function Row({ read: { at, host, ahead, status, bytes, reads } }: { readonly read: ReadEntry }) {
  const { say } = useLanguage();
  const failed = status === null || status >= 400;
  return (
    <tr>
      <td>
        <Say phrase={phrase(ahead ? 'reads_at_ahead' : 'reads_at', instantFigure(at))} />
      </td>
      <td>
        <bdi>{host}</bdi>
      </td>
      <td>
        {failed && say(phrase('reads_failed'))}
        {reads.map(({ object, fields, count }) => (
          <details key={object}>
            <summary>
              <bdi>{object}</bdi> {count !== null && <Say phrase={phrase('reads_count', countFigure(count))} />}
            </summary>
            {fields.length === 0 ? say(phrase('reads_all_fields')) : <bdi>{fields.join(', ')}</bdi>}
          </details>
        ))}
      </td>
      <td>
        <Say phrase={phrase('reads_kilobytes', numberFigure(bytes / KILOBYTE, 1))} />
      </td>
    </tr>
  );
}
