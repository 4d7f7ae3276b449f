import { daysBetween } from '../../value/civil-date';
import { isExplained } from '../../value/explained';
import { isGiven } from '../../value/known';
import { countFigure, dateFigure, daysFigure, phrase } from '../../value/phrase';
import { pushesIn } from '../evidence/pushes';
import { type Holding, type Shown, shown } from './claim';
import { closedBy } from './won-cycles';

/**
 * Days of slipping beyond which a close date is taken as contradicted by its own history: win rates of deals that had slipped
 * more than eight weeks were 67 % lower. Source: Ebsta, Sales Benchmark Report 2024, as told in
 * https://thenotsosecretcro.com/2024/05/29/3-things-your-top-performers-do-differently
 */
const SLIPPED_DAYS = 56;

/** A close date is contradicted by the won deals when fewer than one in so many that had lived as long was closed by then. */
const ONE_IN = 10;

/**
 * What the evidence shows about the close date: whether it has passed, whether the buyer has set a date, how often it was
 * pushed, and how many won deals of this kind and age had closed that soon.
 */
export function closeDateShown({ dossier, days, standing, learned }: Holding): Shown[] {
  const { closeDate, createdOn } = dossier.opportunity;
  if (!isGiven(closeDate)) {
    const verdict = closeDate.missing === 'not-recorded' ? 'unsupported' : 'unknown';
    return [shown(verdict, phrase('deal_shown_close_none'))];
  }
  const close = closeDate.value;
  const found: Shown[] = [];
  const late = daysBetween(close, days.today);
  if (late > 0) found.push(shown('contradicted', phrase('deal_shown_close_passed', daysFigure(late))));
  if (isGiven(createdOn) && close < createdOn.value) {
    found.push(shown('contradicted', phrase('deal_shown_close_before_created', dateFigure(createdOn.value))));
  }
  if (isExplained(standing.buyerDate)) {
    const date = standing.buyerDate.value;
    const acts = standing.rows.filter(({ kind, ahead, counted }) => kind === 'date' && ahead && counted);
    const ids = acts.slice(0, 1).map(({ id }) => id);
    found.push(
      date > close
        ? shown('contradicted', phrase('deal_shown_close_buyer_later', dateFigure(date)), ids)
        : shown('supported', phrase('deal_shown_close_buyer', dateFigure(date)), ids),
    );
  }
  if (isGiven(dossier.history)) {
    const pushed = pushesIn(dossier.history.value);
    const slipped = pushed.reduce((all, push) => all + push.days, 0);
    if (pushed.length > 0) {
      const verdict = slipped > SLIPPED_DAYS ? 'contradicted' : 'unsupported';
      found.push(shown(verdict, phrase('deal_shown_close_pushed', countFigure(pushed.length), daysFigure(slipped))));
    }
  }
  found.push(...againstWon(holdingAge(createdOn, days.today, close), learned));
  if (found.length === 0) found.push(shown('unsupported', phrase('deal_shown_close_no_date')));
  return found;
}

function holdingAge(
  createdOn: Holding['dossier']['opportunity']['createdOn'],
  today: Holding['days']['today'],
  close: Holding['days']['today'],
): { readonly age: number; readonly atClose: number } | undefined {
  if (!isGiven(createdOn) || createdOn.value > today || close < today) return undefined;
  return { age: daysBetween(createdOn.value, today), atClose: daysBetween(createdOn.value, close) };
}

function againstWon(
  lived: { readonly age: number; readonly atClose: number } | undefined,
  { wonCycles }: Holding['learned'],
): Shown[] {
  if (!lived || !wonCycles || !isGiven(wonCycles)) return [];
  const won = closedBy(wonCycles.value, lived.age, lived.atClose);
  if (!won) return [];
  const says = phrase('deal_shown_close_won', countFigure(won.closed), countFigure(won.of));
  return [shown(won.closed * ONE_IN < won.of ? 'contradicted' : 'supported', says)];
}
