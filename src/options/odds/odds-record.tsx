import type { OwnCalibration } from '../../core/deal/calibration/own-past';
import { explained } from '../../core/value/explained';
import {
  countFigure,
  instantFigure,
  numberFigure,
  type Phrase,
  phrase,
  probabilityFigure,
  shareFigure,
  textFigure,
} from '../../core/value/phrase';
import type { CalibrationCard } from '../../messages/cards/calibration-card';
import { Explain } from '../../ui/explain/explain';
import { Say } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { Chip } from '../../ui/pieces/chip';

/** How the odds have done: what was said beside what came, for each organisation and user that was learned. */
export function OddsRecord({ cards }: { readonly cards: readonly CalibrationCard[] | null }) {
  const { say } = useLanguage();
  return (
    <section aria-labelledby="odds-title">
      <h2 id="odds-title">{say(phrase('options_odds'))}</h2>
      <p class="note">{say(phrase('options_odds_what'))}</p>
      <div role="status">
        {cards !== null && cards.length === 0 && <p>{say(phrase('options_odds_none'))}</p>}
        {cards?.map((card) => (
          <Card key={`${card.host}/${card.user ?? ''}`} card={card} />
        ))}
      </div>
    </section>
  );
}

function Card({ card: { host, user, how } }: { readonly card: CalibrationCard }) {
  return (
    <div class="record">
      <h3>
        {user === null ? (
          <bdi>{host}</bdi>
        ) : (
          <Say phrase={phrase('options_odds_whose', textFigure(user), textFigure(host))} />
        )}
      </h3>
      {how.is === 'known' ? (
        <Known how={how} />
      ) : (
        <p>
          <Say phrase={notKnown(how)} />
        </p>
      )}
    </div>
  );
}

type NotKnown = Exclude<CalibrationCard['how'], { readonly is: 'known' }>;

function notKnown(how: NotKnown): Phrase {
  switch (how.is) {
    case 'unread':
      return phrase('options_odds_unread');
    case 'being-read':
      return how.of === null
        ? phrase('options_odds_reading', countFigure(how.done))
        : phrase('options_odds_reading_of', countFigure(how.done), countFigure(how.of));
    case 'being-worked-out':
      return phrase('options_odds_working');
    case 'failed':
      return phrase('options_odds_failed');
    case 'too-few':
      return phrase('options_odds_too_few', countFigure(how.deals));
  }
}

function Known({ how: { asOf, of } }: { readonly how: Extract<CalibrationCard['how'], { readonly is: 'known' }> }) {
  const { say } = useLanguage();
  const { odds, base } = of;
  return (
    <>
      {odds !== null && base !== null && (
        <p>
          <b>
            <Say phrase={verdict(odds, base)} />
          </b>{' '}
          <Say phrase={phrase('options_odds_brier', numberFigure(odds, 3), numberFigure(base, 3))} />
        </p>
      )}
      <table class="figures counts">
        <caption>{say(phrase('options_odds_caption'))}</caption>
        <thead>
          <tr>
            <th scope="col">{say(phrase('options_odds_col_range'))}</th>
            <th scope="col">{say(phrase('options_odds_col_said'))}</th>
            <th scope="col">{say(phrase('options_odds_col_came'))}</th>
            <th scope="col">{say(phrase('options_odds_col_n'))}</th>
          </tr>
        </thead>
        <tbody>
          {of.bins.map((bin) => (
            <Bin key={bin.from} bin={bin} />
          ))}
        </tbody>
      </table>
      <p class="note">
        <Say phrase={phrase('options_odds_counts', countFigure(of.n), countFigure(of.deals), instantFigure(asOf))} />
        {of.leftOut > 0 && (
          <>
            {' '}
            <Say phrase={phrase('options_odds_left_out', countFigure(of.leftOut))} />
          </>
        )}
      </p>
    </>
  );
}

/** What nobody was given a chance of has no row: it says nothing. */
function Bin({ bin: { from, to, n, said, came, thin } }: { readonly bin: OwnCalibration['bins'][number] }) {
  const { say } = useLanguage();
  if (said === null || came === null) return null;
  return (
    <tr class={thin ? 'thin' : ''}>
      <th scope="row">{say(phrase('options_odds_range', probabilityFigure(from), probabilityFigure(to)))}</th>
      <td>
        <Explain answer={explained(said, probabilityFigure(said), phrase('options_odds_said_rule', countFigure(n)))} />
      </td>
      <td>
        <Explain
          answer={explained(
            came,
            probabilityFigure(came),
            phrase('options_odds_came_rule', countFigure(Math.round(came * n)), countFigure(n)),
          )}
        />
      </td>
      <td>
        <Explain answer={explained(n, countFigure(n), phrase('options_odds_n_rule'))} />
        {thin && (
          <>
            {' '}
            <Chip tone="plain">{say(phrase('options_odds_thin'))}</Chip>
          </>
        )}
      </td>
    </tr>
  );
}

/** Differences that the sentence would round to nothing. */
const NOTHING = 0.005;

/**
 * What the two Brier scores come to: one less their ratio is the skill score against the base rate.
 *
 * Source: A. H. Murphy, "A new vector partition of the probability score", Journal of Applied Meteorology 12, 1973.
 */
export function verdict(odds: number, base: number): Phrase {
  // Where everything or nothing was won the base rate is perfect, and no share can say how far the odds are from it.
  if (base === 0) return phrase(odds === 0 ? 'options_odds_same' : 'options_odds_worse_perfect');
  const skill = 1 - odds / base;
  if (skill >= NOTHING) return phrase('options_odds_better', shareFigure(skill));
  return skill <= -NOTHING ? phrase('options_odds_worse', shareFigure(-skill)) : phrase('options_odds_same');
}
