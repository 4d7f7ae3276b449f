import type { CrmProblem } from '../../core/model/crm-problem';
import { instantFigure, type Phrase, phrase, textFigure } from '../../core/value/phrase';

/** What is wrong between us and the CRM, and the one thing the user can do about it. */
export function problemWords(problem: CrmProblem): Phrase {
  switch (problem.kind) {
    case 'signed-out':
      return phrase('panel_problem_signed_out');
    case 'not-connected':
      return phrase('panel_problem_not_connected');
    case 'blocked':
      return problem.words === ''
        ? phrase('panel_problem_blocked')
        : phrase('panel_problem_blocked_words', textFigure(problem.words));
    case 'session-hidden':
      return phrase('panel_problem_session_hidden');
    case 'hidden':
      return phrase('panel_problem_hidden');
    case 'feature-off':
      return phrase('panel_problem_feature_off');
    case 'not-found':
      return phrase('panel_problem_not_found');
    case 'rate-limited':
      return problem.until === null
        ? phrase('panel_problem_rate_limited')
        : phrase('panel_problem_rate_limited_until', instantFigure(problem.until));
    case 'conflict':
      return phrase('panel_problem_conflict');
    case 'invalid':
      return problem.words === ''
        ? phrase('panel_problem_invalid')
        : phrase('panel_problem_invalid_words', textFigure(problem.words));
    case 'offline':
      return phrase('panel_problem_offline');
    case 'not-the-crm':
      return phrase('panel_problem_not_the_crm');
  }
}
