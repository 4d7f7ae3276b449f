import type { ComponentChildren } from 'preact';
import { phrase, textFigure } from '../core/value/phrase';
import { useLanguage } from '../ui/language/speech';
import { Asking } from '../ui/pieces/asking';
import { useHeld } from '../ui/use-held';
import { ClosedTab } from './closed-tab';
import { OddsRecord } from './odds/odds-record';
import { PayChecker } from './pay-check/pay-check';
import { Plans } from './plans/plans';
import { Rules } from './rules/rules';
import type { OptionsSession, Settings } from './settings';

type OptionsProps = {
  readonly session: OptionsSession;
  readonly libraryUrl: string;
  /** Parts with a session of their own. */
  readonly children?: ComponentChildren;
};

const whole = (settings: Settings) => settings;

/** Comp plans, the connection to the CRM, and what is kept where. */
export function Options({ session, libraryUrl, children }: OptionsProps) {
  const { say } = useLanguage();
  const settings = useHeld(session.store, whole);
  const { plans, lastImport, busy, sessionAllowed, asking, forgotten, cutOff } = settings;
  const { calibration, rules, rulesNews, rulesBusy } = settings;
  return (
    <main class="page">
      <h1>{say(phrase('options_title'))}</h1>
      {cutOff && (
        <p class="alarm" role="alert">
          {say(phrase('options_cut_off'))}
        </p>
      )}
      <Plans plans={plans} lastImport={lastImport} busy={busy} session={session} />
      <PayChecker check={session.checkPay} />
      <Rules rules={rules} rulesNews={rulesNews} rulesBusy={rulesBusy} session={session} />
      {children}
      <OddsRecord cards={calibration} />
      <ClosedTab glances={settings.glances} session={session} />
      <section aria-labelledby="connection-title">
        <h2 id="connection-title">{say(phrase('options_connection'))}</h2>
        <p>{say(phrase('options_connection_what'))}</p>
        {sessionAllowed !== null && (
          <>
            <p role="status">
              {say(phrase(sessionAllowed ? 'options_session_allowed' : 'options_session_not_allowed'))}
            </p>
            <div class="actions">
              <button type="button" class="button" onClick={() => void session.allowSession(!sessionAllowed)}>
                {say(phrase(sessionAllowed ? 'options_session_take_back' : 'options_session_allow'))}
              </button>
            </div>
          </>
        )}
      </section>
      <section aria-labelledby="privacy-title">
        <h2 id="privacy-title">{say(phrase('options_privacy'))}</h2>
        <ul class="facts">
          <li>{say(phrase('options_privacy_here'))}</li>
          <li>{say(phrase('options_privacy_kept'))}</li>
          <li>{say(phrase('options_privacy_session'))}</li>
          <li>{say(phrase('options_privacy_nobody'))}</li>
        </ul>
        <div class="actions">
          <a class="button" href={libraryUrl}>
            {say(phrase('options_open_library'))}
          </a>
          <button type="button" class="button danger" onClick={() => session.ask({ what: 'forget-all' })}>
            {say(phrase('options_forget_all'))}
          </button>
        </div>
        <div role="status">{forgotten && <p class="done">{say(phrase('options_forgotten'))}</p>}</div>
      </section>
      {asking !== null && (
        <Asking
          question={
            asking.what === 'forget-all'
              ? phrase('options_ask_forget_all')
              : phrase('options_ask_remove_plan', textFigure(asking.plan.name))
          }
          yes={phrase(asking.what === 'forget-all' ? 'options_yes_forget' : 'options_yes_remove')}
          no={phrase('options_no_keep')}
          onYes={() => void session.confirm()}
          onNo={() => session.ask(null)}
        />
      )}
    </main>
  );
}
