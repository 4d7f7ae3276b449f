import { isGiven, type MissingReason } from '../../core/value/known';
import { countFigure, type Phrase, phrase, phraseFigure } from '../../core/value/phrase';
import type { Progress } from '../../messages/reading';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { blockOf } from '../view/subject';
import { Notice, type NoticeActions } from './notice';
import type { Shown } from './shown';

const WITHOUT: Readonly<Record<MissingReason, Phrase>> = {
  hidden: phrase('panel_problem_hidden'),
  'feature-off': phrase('panel_problem_feature_off'),
  'not-recorded': phrase('panel_problem_not_found'),
  'not-yet-read': phrase('panel_not_read_yet'),
  'not-readable': phrase('panel_not_readable'),
  'too-few': phrase('panel_not_read_yet'),
  'not-shown': phrase('panel_not_shown'),
};

/** The panel while there is no deal to show: why, and what to do. */
export function Empty({ shown, ...actions }: NoticeActions & { readonly shown: Shown }) {
  const { ref, reading, progress, cutOff } = shown;
  if (ref === null) return <Sentence said={phrase('panel_no_record')} />;
  if (cutOff) return <Sentence said={phrase('panel_cut_off')} />;
  if (reading === null) return <Sentence said={phrase('panel_opening')} />;
  const { connection } = reading;
  const block = blockOf(reading);
  if (connection.problem !== null) {
    const beside = !isGiven(block) && block.missing === 'not-shown' ? phrase('panel_page_not_recognised') : null;
    return <Notice problem={connection.problem} beside={beside} {...actions} />;
  }
  if (progress !== null) return <ReadingFor progress={progress} />;
  if (connection.reading) return <Sentence said={phrase('panel_first_reading')} />;
  return isGiven(block) ? null : <Sentence said={WITHOUT[block.missing]} />;
}

function Sentence({ said }: { readonly said: Phrase }) {
  return (
    <p class="empty">
      <Say phrase={said} />
    </p>
  );
}

/** A long read, and how far it has come. */
export function ReadingFor({ progress: { what, done, of } }: { readonly progress: Progress }) {
  const { say } = useLanguage();
  const reads = phraseFigure({ key: what, figures: [] });
  const said =
    of === null
      ? phrase('panel_progress', reads, countFigure(done))
      : phrase('panel_progress_of', reads, countFigure(done), countFigure(of));
  return (
    <div class="empty">
      <p>
        <Say phrase={said} />
      </p>
      <progress aria-label={say(said)} {...(of !== null && { value: done, max: of })} />
    </div>
  );
}
