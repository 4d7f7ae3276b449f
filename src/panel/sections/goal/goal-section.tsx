import { isExplained } from '../../../core/value/explained';
import { dateFigure, phrase } from '../../../core/value/phrase';
import { Behind } from '../../../ui/chart/behind';
import { ChanceStrip } from '../../../ui/chart/chance-strip';
import { Key, Keys } from '../../../ui/chart/key';
import { Explain } from '../../../ui/explain/explain';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import { Section } from '../../../ui/pieces/section';
import type { PaceChartView } from '../../view/goal/chart-view';
import type { GoalSectionView } from '../../view/goal/section-view';
import { FigureTable } from '../figure-table';
import type { Folding } from '../folding';
import { PaceChart } from './pace-chart';
import { SmallGoals } from './small-goals';

/** The goal: booked against what is usual, how likely it is made, and the numbers behind it. */
export function GoalSection({ view, isOpen, onToggle }: Folding & { readonly view: GoalSectionView }) {
  return (
    <Section title={phrase('panel_section_goal')} aside={view.aside} isOpen={isOpen} onToggle={onToggle}>
      {view.chart !== null && (
        <figure class="chart-box">
          <PaceChart chart={view.chart} />
          <PaceKeys chart={view.chart} />
          <Behind>
            <ByDayTable chart={view.chart} />
            {view.chart.ends.length > 0 && <FigureTable rows={view.chart.ends} />}
          </Behind>
        </figure>
      )}
      <Chance view={view.chance} />
      <FigureTable rows={view.rows} />
      <SmallGoals goals={view.others} />
      {view.notes.map((note) => (
        <p key={note.phrase.key} class="note">
          <Tell line={note} />
        </p>
      ))}
    </Section>
  );
}

function PaceKeys({ chart: { learned, landing, ghost } }: { readonly chart: PaceChartView }) {
  const { say } = useLanguage();
  return (
    <Keys>
      <Key form="line">{say(phrase('panel_key_booked'))}</Key>
      <Key form="dashes">{say(phrase(learned ? 'panel_key_usual' : 'panel_key_even'))}</Key>
      {landing !== null && <Key form="patch">{say(phrase('panel_key_landing'))}</Key>}
      {ghost !== null && (
        <>
          <Key form="full">
            {say(phrase('panel_ghost_won'))} <Explain answer={ghost.won} name={phrase('panel_ghost_won')} />
          </Key>
          {ghost.expected !== null && (
            <Key form="half">
              {say(phrase('panel_ghost_expected'))}{' '}
              <Explain answer={ghost.expected} name={phrase('panel_ghost_expected')} />
            </Key>
          )}
          <Key form="hollow">
            {say(phrase('panel_ghost_slips'))} <Explain answer={ghost.slips} name={phrase('panel_ghost_slips')} />
          </Key>
        </>
      )}
    </Keys>
  );
}

function ByDayTable({ chart }: { readonly chart: PaceChartView }) {
  const { say, show } = useLanguage();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say(phrase('panel_by_day'))}</th>
          <th scope="col">{say(phrase('panel_key_booked'))}</th>
          <th scope="col">{say(phrase(chart.learned ? 'panel_key_usual' : 'panel_key_even'))}</th>
        </tr>
      </thead>
      <tbody>
        {chart.byDay.map(({ on, booked, usual }) => (
          <tr key={on}>
            <th scope="row">{show(dateFigure(on))}</th>
            <td>{booked !== null && <Explain answer={booked} name={phrase('panel_key_booked')} />}</td>
            <td>
              <Explain answer={usual} name={phrase('panel_key_usual')} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Chance({ view: { answer, band } }: { readonly view: GoalSectionView['chance'] }) {
  const { say, show } = useLanguage();
  const name = phrase('panel_goal_chance');
  return (
    <div class="chance">
      <h3>{say(name)}</h3>
      <span class="chance-figure">
        <Explain answer={answer} name={name} otherwise={phrase('ui_not_known')} />
      </span>
      {band !== null && (
        <ChanceStrip
          {...band}
          label={`${say(name)}: ${isExplained(answer) ? show(answer.figure) : say(phrase('ui_not_known'))}`}
        />
      )}
    </div>
  );
}
