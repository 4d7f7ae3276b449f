import type { Instant } from '../../core/value/instant';
import { countFigure, instantFigure, type Phrase, phrase, phraseFigure } from '../../core/value/phrase';
import { Say } from '../language/say';
import { useLanguage } from '../language/speech';

/** How reading ahead stands, as far as a line of it shows. Times in milliseconds. */
export type AheadShown = {
  readonly is:
    | 'reading'
    | 'fresh'
    | 'off'
    | 'stopped'
    | 'full'
    | 'away'
    | 'share'
    | 'organisation'
    | 'pressed'
    | 'unreachable';
  /** What is read: the key of a phrase. */
  readonly what: string;
  readonly done: number;
  readonly of: number | null;
  readonly left: number | null;
  readonly until: Instant | null;
};

type AheadLineProps = { readonly ahead: AheadShown; readonly onStop: () => void; readonly onGoOn: () => void };

/** What is read ahead, how far it has come and how much longer it takes; it can be stopped, and gone on with. */
export function AheadLine({ ahead, onStop, onGoOn }: AheadLineProps) {
  const { say } = useLanguage();
  const { is, done, of } = ahead;
  const said = wordsOf(ahead);
  if (said === null) return null;
  const isStopped = is === 'stopped' || is === 'full';
  return (
    <div class="read-ahead">
      <p>
        {is === 'reading' && <Say phrase={said} />}
        {/* How far it has come is the bar's to tell: spoken, every deal would be heard. */}
        <span role="status">{is !== 'reading' && <Say phrase={said} />}</span>
      </p>
      {is === 'reading' && (
        <progress aria-label={say(phrase(ahead.what))} {...(of !== null && { value: done, max: of })} />
      )}
      {is === 'reading' && (
        <button type="button" class="button" onClick={onStop}>
          {say(phrase('ahead_stop'))}
        </button>
      )}
      {isStopped && (
        <button type="button" class="button" onClick={onGoOn}>
          {say(phrase('ahead_go_on'))}
        </button>
      )}
    </div>
  );
}

/** The line's words; null where there is nothing to say. */
function wordsOf({ is, what, done, of, left, until }: AheadShown): Phrase | null {
  const far =
    of === null ? phrase('ahead_far', countFigure(done)) : phrase('ahead_far_of', countFigure(done), countFigure(of));
  if (is === 'reading') {
    const reads = phraseFigure(phrase(what));
    return left === null
      ? phrase('ahead_reading', reads, phraseFigure(far))
      : phrase('ahead_reading_left', reads, phraseFigure(far), phraseFigure(leftWords(left)));
  }
  if (is === 'fresh') return done > 0 ? phrase('ahead_fresh', countFigure(done)) : null;
  if (is === 'off') return null;
  if (is === 'share') return phrase('ahead_share', phraseFigure(far));
  if (is === 'organisation') return phrase('ahead_organisation', phraseFigure(far));
  if (is === 'pressed' && until !== null) return phrase('ahead_pressed', instantFigure(until), phraseFigure(far));
  if (is === 'stopped') return phrase('ahead_stopped', phraseFigure(far));
  if (is === 'full') return phrase('ahead_full', phraseFigure(far));
  return phrase(is === 'unreachable' ? 'ahead_unreachable' : 'ahead_waits', phraseFigure(far));
}

function leftWords(left: number): Phrase {
  const minutes = Math.round(left / 60_000);
  if (minutes < 1) return phrase('ahead_left_short');
  return minutes < 90
    ? phrase('ahead_left_minutes', countFigure(minutes))
    : phrase('ahead_left_hours', countFigure(Math.round(minutes / 60)));
}
