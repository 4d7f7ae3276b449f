import type { Brief } from '../../core/brief/brief';
import { phrase } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { useLanguage } from '../../ui/language/speech';
import { CopyText } from '../sections/copy-text';
import { briefText } from '../view/brief/brief-text';
import type { BriefRoomProps } from './brief-room';

type BriefToolsProps = Pick<BriefRoomProps, 'onBack' | 'pageUrl'> & {
  readonly page: Brief;
  readonly zone: Reading['zone'];
  /** Whether the brief tells the pay; null where there is none to tell. */
  readonly withPay: boolean | null;
  readonly onPay: (isIn: boolean) => void;
};

/** What can be done with a brief: printed, opened in a tab, copied, with or without the pay. */
export function BriefTools({ page, zone, pageUrl, withPay, onPay, onBack }: BriefToolsProps) {
  const language = useLanguage();
  const { say } = language;
  return (
    <div class="brief-tools">
      <button type="button" class="link" onClick={onBack}>
        {say(phrase('panel_brief_back'))}
      </button>
      <button type="button" class="link" onClick={() => window.print()}>
        {say(phrase('panel_brief_print'))}
      </button>
      {pageUrl !== null && (
        <a href={pageUrl} target="_blank" rel="noopener">
          {say(phrase('panel_brief_tab'))}
        </a>
      )}
      <CopyText label={phrase('panel_brief_copy')} text={() => briefText(page, language, zone, 'text')} />
      <CopyText label={phrase('panel_brief_copy_markdown')} text={() => briefText(page, language, zone, 'markdown')} />
      {withPay !== null && (
        <label>
          <input type="checkbox" checked={withPay} onChange={(event) => onPay(event.currentTarget.checked)} />
          {say(phrase('panel_brief_with_pay'))}
        </label>
      )}
    </div>
  );
}
