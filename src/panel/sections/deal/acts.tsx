import type { Evidence } from '../../../core/deal/evidence/evidence';
import { explained } from '../../../core/value/explained';
import { ifGiven } from '../../../core/value/known';
import { dateFigure, daysFigure, numberFigure, phrase, phraseFigure } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { useLanguage } from '../../../ui/language/speech';
import { ACT_NAMES } from '../../view/deal/act-names';
import { MarkLine } from '../mark-line';
import { ShowMore, useShownFirst } from '../shown-first';

const SHOWN_FIRST = 6;

/** What the buyer did, newest first: what counts with its weight, the rest with the reason why it does not. */
export function Acts({ acts }: { readonly acts: readonly Evidence[] }) {
  const { shown, rest, more } = useShownFirst(acts, SHOWN_FIRST);
  return (
    <>
      <ul class="marks">
        {shown.map((act) => (
          <Act key={act.id} act={act} />
        ))}
      </ul>
      <ShowMore rest={rest} onMore={more} />
    </>
  );
}

function Act({ act }: { readonly act: Evidence }) {
  const { say } = useLanguage();
  const subject = ifGiven(act.subject);
  const because = act.notCounted?.because ?? act.belongs.because;
  const own = { asOf: act.subject.asOf ?? act.at, sources: [act.source] };
  const weight = explained(
    act.weight,
    numberFigure(act.weight, 2),
    phrase('deal_weight_rule', phraseFigure(because)),
    [],
    own,
  );
  const when = act.ahead
    ? explained(act.on, dateFigure(act.on), phrase('panel_act_when_rule'), [], own)
    : explained(act.ageDays, daysFigure(act.ageDays), phrase('panel_act_age_rule', dateFigure(act.on)), [], own);
  return (
    <MarkLine tone={act.counted ? 'good' : 'plain'}>
      <span class="act-line">
        <span class="act-what" title={subject}>
          {say(ACT_NAMES[act.kind])}
          {subject !== undefined && (
            <>
              {' '}
              <bdi class="quoted">{subject}</bdi>
            </>
          )}
        </span>
        <span class="act-when">
          <Explain answer={when} name={phrase('panel_act_when')} />
        </span>
      </span>
      <span class="note">
        {act.counted ? (
          <>
            {say(because)} {say(phrase('panel_act_weighs'))}{' '}
            <Explain answer={weight} name={phrase('panel_act_weight')} />
          </>
        ) : (
          say(because)
        )}
      </span>
    </MarkLine>
  );
}
