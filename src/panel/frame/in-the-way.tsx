import { phrase } from '../../core/value/phrase';
import { useLanguage } from '../../ui/language/speech';
import { ReadingFor } from './empty';
import { Notice, type NoticeActions } from './notice';
import type { Shown } from './shown';

type InTheWayProps = NoticeActions & { readonly shown: Shown };

/** What is wrong between us and the CRM, above what is known all the same. */
export function InTheWay({ shown, onRefresh, onConnect, onRetry, onApp }: InTheWayProps) {
  const { say } = useLanguage();
  const connection = shown.reading?.connection;
  return (
    <>
      {shown.cutOff && <p class="notice">{say(phrase('panel_cut_off'))}</p>}
      {connection?.problem != null && (
        <Notice
          problem={connection.problem}
          beside={connection.way === 'page' ? phrase('panel_page_only') : null}
          onConnect={onConnect}
          onRefresh={onRefresh}
          onRetry={onRetry}
          onApp={onApp}
        />
      )}
      {shown.progress !== null && shown.reading?.ref.kind !== 'opportunity' && <ReadingFor progress={shown.progress} />}
    </>
  );
}
