import type { Direction } from '../../../core/deal/changes/change';
import type { SaidAndShown, Verdict } from '../../../core/deal/said-and-shown/claim';
import { type Phrase, phrase, phraseFigure } from '../../../core/value/phrase';
import { Explain } from '../../../ui/explain/explain';
import { Say, Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { Tone } from '../../../ui/pieces/chip';
import { Section } from '../../../ui/pieces/section';
import { SIGNS } from '../../tiles/answer-tile';
import type { RealSectionView } from '../../view/deal/section-view';
import { FigureTable } from '../figure-table';
import type { Folding } from '../folding';
import { MarkLine } from '../mark-line';
import { Acts } from './acts';
import { Contributions } from './contributions';
import { Matrix } from './matrix';
import { Offers } from './offers';
import { OutcomeTable } from './outcome-table';
import { Timeline } from './timeline';

/** Is it real: the odds, what is said beside what is shown, what the buyer did, what changed. */
export function RealSection({ view, isOpen, onToggle }: Folding & { readonly view: RealSectionView }) {
  const { say } = useLanguage();
  return (
    <Section title={phrase('panel_section_real')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
      <Changes changes={view.changes} />
      {view.oddities.length > 0 && (
        <ul class="marks">
          {view.oddities.map(({ says }) => (
            <MarkLine key={says.key} tone="watch">
              <Say phrase={says} />
            </MarkLine>
          ))}
        </ul>
      )}
      {view.risks.length > 0 && (
        <>
          <h3>{say(phrase('panel_risks'))}</h3>
          <ul class="marks risks">
            {view.risks.map(({ rule, tone, severity, answer }) => (
              <MarkLine key={rule} tone={tone}>
                <span class="hidden">{say(phrase('ui_label', phraseFigure(severity)))} </span>
                <Explain answer={answer} />
              </MarkLine>
            ))}
          </ul>
        </>
      )}
      {view.outcomes.length > 0 && (
        <>
          <h3>{say(phrase('panel_outcomes'))}</h3>
          <OutcomeTable rows={view.outcomes} />
        </>
      )}
      {view.contributions.length > 0 && (
        <>
          <h3>{say(phrase('panel_contributions'))}</h3>
          <Contributions rows={view.contributions} />
          {view.unmoved !== null && (
            <p class="note">
              <Tell line={view.unmoved} />
            </p>
          )}
        </>
      )}
      {view.claims.length > 0 && (
        <>
          <h3>{say(phrase('panel_said_and_shown'))}</h3>
          <ul class="claims">
            {view.claims.map((claim) => (
              <Claim key={claim.claim} claim={claim} />
            ))}
          </ul>
        </>
      )}
      {view.offers !== null && <Offers view={view.offers} />}
      {view.timeline !== null && (
        <>
          <h3>{say(phrase('panel_timeline'))}</h3>
          <Timeline view={view.timeline} />
        </>
      )}
      {view.clocks.length > 0 && <FigureTable rows={view.clocks} />}
      <h3>{say(phrase('panel_evidence'))}</h3>
      <FigureTable rows={view.figures} />
      {view.noActs !== null && (
        <p class="note">
          <Say phrase={view.noActs} />
        </p>
      )}
      <Acts acts={view.acts} />
      {view.matrix !== null && <Matrix view={view.matrix} />}
    </Section>
  );
}

const DIRECTIONS: Readonly<Record<Direction, Tone>> = { better: 'good', worse: 'risk', neutral: 'plain' };

function Changes({ changes }: Pick<RealSectionView, 'changes'>) {
  const { say } = useLanguage();
  if (changes === null) return null;
  return (
    <div class="changes">
      <h3>{say(phrase('panel_changed'))}</h3>
      {changes.length === 0 && <p class="note">{say(phrase('panel_changed_nothing'))}</p>}
      <ul class="marks">
        {changes.map(({ direction, says }) => (
          <MarkLine key={JSON.stringify(says)} tone={DIRECTIONS[direction]}>
            <Say phrase={says} />
          </MarkLine>
        ))}
      </ul>
    </div>
  );
}

const VERDICTS: Readonly<Record<Verdict, { readonly tone: Tone; readonly name: Phrase }>> = {
  contradicted: { tone: 'risk', name: phrase('panel_verdict_contradicted') },
  unsupported: { tone: 'watch', name: phrase('panel_verdict_unsupported') },
  unknown: { tone: 'plain', name: phrase('panel_verdict_unknown') },
  supported: { tone: 'good', name: phrase('panel_verdict_supported') },
};

function Claim({ claim: { name, said, shown, verdict } }: { readonly claim: SaidAndShown }) {
  const { say } = useLanguage();
  const { tone, name: verdictName } = VERDICTS[verdict];
  return (
    <li class="claim">
      <div class="claim-head">
        <span class="claim-said">
          {say(phrase('ui_label', phraseFigure(name)))}{' '}
          <Explain answer={said} name={name} otherwise={phrase('ui_not_known')} />
        </span>
        <span class={`verdict ${tone}`}>
          <span aria-hidden="true">{SIGNS[tone]} </span>
          {say(verdictName)}
        </span>
      </div>
      <ul class="marks">
        {shown.map((one) => (
          <MarkLine key={JSON.stringify(one.says)} tone={VERDICTS[one.verdict].tone}>
            <Say phrase={one.says} />
          </MarkLine>
        ))}
      </ul>
    </li>
  );
}
