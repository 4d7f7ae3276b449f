import { type Phrase, phrase, textFigure } from '../../core/value/phrase';
import type { AppNews } from './session';

/** Why signing in through the app did not work, and the one thing to do about it. */
export function appWords(problem: Exclude<AppNews['problem'], null>, redirectUrl: string): Phrase {
  if (problem === 'not-a-client-id') return phrase('options_app_bad_client');
  switch (problem.kind) {
    case 'no-client':
      return phrase('options_app_no_client');
    case 'app-blocked':
      return phrase('options_app_blocked');
    case 'app-not-installed':
      return phrase('options_app_not_installed');
    case 'unknown-client':
      return phrase('options_app_unknown_client');
    case 'redirect-mismatch':
      return phrase('options_app_redirect', textFigure(redirectUrl));
    case 'denied':
      return phrase('options_app_denied');
    case 'sign-in-again':
      return phrase('options_app_sign_in_again');
    case 'closed':
      return phrase('options_app_closed', textFigure(redirectUrl));
    case 'forged':
      return phrase('options_app_forged');
    case 'other-organisation':
      return phrase('options_app_other_organisation');
    case 'container':
      return phrase('options_app_container');
    case 'offline':
      return phrase('options_app_offline');
    case 'not-the-crm':
      return phrase('options_app_not_the_crm');
    case 'refused':
      return phrase('options_app_refused', textFigure(problem.words));
  }
}
