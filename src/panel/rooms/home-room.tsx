import '../../ui/chart/chart.css';
import './deal-room.css';
import { useMemo } from 'preact/hooks';
import type { Book } from '../../core/model/book';
import { countFigure, instantFigure, phrase, phraseFigure } from '../../core/value/phrase';
import type { Reading } from '../../messages/reading';
import { Explain } from '../../ui/explain/explain';
import { Say, Tell } from '../../ui/language/say';
import { useLanguage } from '../../ui/language/speech';
import type { SectionName } from '../frame/shown';
import { FigureTable } from '../sections/figure-table';
import { GoalSection } from '../sections/goal/goal-section';
import { MarkLine } from '../sections/mark-line';
import { PaySection } from '../sections/pay/pay-section';
import { ShowMore, useShownFirst } from '../sections/shown-first';
import { AnswerTile } from '../tiles/answer-tile';
import type { AttentionView, BookAttention } from '../view/home/attention-view';
import { homeView } from '../view/home/home-view';
import type { PayRoom } from '../view/pay/sight';
import type { RiskRoom } from '../view/risks';

export type HomeRoomProps = {
  readonly reading: Reading;
  readonly book: Book;
  readonly riskRoom: RiskRoom | null;
  readonly payRoom: PayRoom | null;
  readonly open: Readonly<Record<SectionName, boolean>>;
  readonly onFold: (section: SectionName) => void;
  readonly onOptions: () => void;
  /** The panel as a page of its own, where a deal of the book is opened. */
  readonly pageUrl: string;
};

const SHOWN_FIRST = 6;

/** A rep's own page: the goal, the pay, the book, and the deals that need a look. */
export function HomeRoom({ reading, book, riskRoom, payRoom, open, onFold, onOptions, pageUrl }: HomeRoomProps) {
  const { say } = useLanguage();
  const view = useMemo(() => homeView(reading, { riskRoom, payRoom }), [reading, riskRoom, payRoom]);
  return (
    <>
      <div class="tiles">
        {view.tiles.map((tile) => (
          <AnswerTile key={tile.title.key} view={tile} onOptions={onOptions} />
        ))}
      </div>
      <div class="room section-body">
        <Attention of={view.attention} pageUrl={pageUrl} />
        <h2>{say(phrase('panel_book'))}</h2>
        <FigureTable rows={view.book} />
        {view.notes.map((line) => (
          <p key={line.phrase.key} class="note">
            <Tell line={line} />
          </p>
        ))}
      </div>
      {view.goal !== null && <GoalSection view={view.goal} isOpen={open.goal} onToggle={() => onFold('goal')} />}
      {view.pay !== null && <PaySection view={view.pay} isOpen={open.pay} onToggle={() => onFold('pay')} />}
      <footer>
        <span>
          <Say phrase={phrase('panel_as_of', instantFigure(book.asOf))} />
        </span>
        <span>{say(phrase('extension_name'))}</span>
      </footer>
    </>
  );
}

function Attention({ of: { deals, quiet }, pageUrl }: { readonly of: BookAttention; readonly pageUrl: string }) {
  const { say } = useLanguage();
  const { shown, rest, more } = useShownFirst(deals, SHOWN_FIRST);
  return (
    <>
      <h2>{say(phrase('panel_attention'))}</h2>
      {deals.length === 0 && <p class="note">{say(phrase('panel_attention_none'))}</p>}
      <ul class="attention">
        {shown.map((deal) => (
          <Deal key={deal.id} deal={deal} pageUrl={pageUrl} />
        ))}
      </ul>
      <ShowMore rest={rest} onMore={more} />
      {deals.length + quiet > 0 && (
        <p class="note">
          {quiet > 0 && say(phrase('panel_attention_quiet', countFigure(quiet)))}{' '}
          {say(phrase('panel_attention_by_list'))}
        </p>
      )}
    </>
  );
}

function Deal({
  deal: { name, ref, facts, risks },
  pageUrl,
}: {
  readonly deal: AttentionView;
  readonly pageUrl: string;
}) {
  const { say } = useLanguage();
  return (
    <li>
      <a href={`${pageUrl}?in=library#${ref}`} target="_blank" rel="noopener">
        <bdi>{name}</bdi>
      </a>
      <span class="note dotted">
        {facts.map((fact) => (
          <span key={fact.phrase.key}>
            <Tell line={fact} />
          </span>
        ))}
      </span>
      <ul class="marks">
        {risks.map(({ rule, tone, severity, answer }) => (
          <MarkLine key={rule} tone={tone}>
            <span class="hidden">{say(phrase('ui_label', phraseFigure(severity)))} </span>
            <Explain answer={answer} />
          </MarkLine>
        ))}
      </ul>
    </li>
  );
}
