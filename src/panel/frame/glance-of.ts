import { type Answer, isExplained } from '../../core/value/explained';
import type { Instant } from '../../core/value/instant';
import { attainedFigure, instantFigure, phrase, textFigure } from '../../core/value/phrase';
import type { Glance } from '../../messages/glance';
import type { Language } from '../../ui/language/language';
import type { PanelView } from '../view/panel-view';

/**
 * What the closed tab may show of a deal: the goal and what winning the deal pays, in the user's language.
 *
 * @param readAt - when the deal was read; what is older makes the whole older
 */
export function glanceOf({ sights: { goal, pay } }: PanelView, readAt: Instant, language: Language): Glance | null {
  const attained = known(goal.known ? goal.standing.attainment : null);
  const pays = known(pay.known ? pay.now : null);
  if (attained === null && pays === null) return null;
  const unknown = textFigure('–');
  const [asOf] = [readAt, attained?.asOf ?? readAt, pays?.asOf ?? readAt].sort();
  return {
    attained: attained?.value ?? null,
    worth: pays && language.show(pays.figure, 'short'),
    says: language.say(
      phrase(
        'panel_glance',
        attained === null ? unknown : attainedFigure(attained.value),
        pays?.figure ?? unknown,
        instantFigure(asOf ?? readAt),
      ),
    ),
  };
}

function known<T>(answer: Answer<T> | null) {
  return answer !== null && isExplained(answer) ? answer : null;
}
