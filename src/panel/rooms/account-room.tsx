import '../../ui/chart/chart.css';
import './deal-room.css';
import { useMemo } from 'preact/hooks';
import type { CompanyDossier } from '../../core/model/company';
import { instantFigure, phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { Say, Tell } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import { Conditions } from '../sections/buyer/conditions';
import { Family } from '../sections/buyer/family';
import { Links } from '../sections/buyer/links';
import { accountView } from '../view/account/account-view';

export type AccountRoomProps = { readonly reading: Reading; readonly company: CompanyDossier };

/** A company's page: what we have with it and its family, what may be missing from the family, what presses it. */
export function AccountRoom({ reading, company }: AccountRoomProps) {
  const { say } = useLanguage();
  const view = useMemo(() => accountView(company, reading), [company, reading]);
  return (
    <>
      <div class="room section-body">
        <h2>{say(phrase('panel_account_ours'))}</h2>
        <p class="dotted">
          {view.own.length === 0
            ? say(phrase('panel_family_uncounted'))
            : view.own.map((line) => (
                <span key={line.phrase.key}>
                  <Tell line={line} />
                </span>
              ))}
        </p>
        <Family view={view.family} />
        {view.links !== null && <Links view={view.links} />}
        <Conditions view={view.conditions} />
      </div>
      <footer>
        <span>
          <Say phrase={phrase('panel_as_of', instantFigure(company.asOf))} />
        </span>
        <span>{say(phrase('extension_name'))}</span>
      </footer>
    </>
  );
}
