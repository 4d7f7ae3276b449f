import { useMemo, useRef, useState } from 'preact/hooks';
import { phrase, textFigure } from '../../../core/value/phrase';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { FamilyLine, FamilyView } from '../../view/buyer/family-view';
import { ShowMore, useShownFirst } from '../shown-first';
import { FamilyDeals } from './family-deals';
import { treeMove, visibleLines } from './tree';

const SHOWN_FIRST = 40;

/** The ultimate parent and all below it, what stands between us and each, and what of it cannot be seen. */
export function Family({ view }: { readonly view: FamilyView }) {
  const { say } = useLanguage();
  if (view.lines.length === 0 && view.notes.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_family'))}</h3>
      {view.total.length > 0 && (
        <p class="dotted">
          {view.total.map((line) => (
            <span key={line.phrase.key}>
              <Tell line={line} />
            </span>
          ))}
        </p>
      )}
      {view.lines.length > 0 && <Tree view={view} />}
      {view.notes.map((line) => (
        <p key={line.phrase.key} class="note">
          <Tell line={line} />
        </p>
      ))}
    </>
  );
}

function Tree({ view: { lines, openFirst } }: { readonly view: FamilyView }) {
  const { say } = useLanguage();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openFirst));
  const ownId = lines.find(({ own }) => own)?.id ?? lines[0]?.id ?? '';
  const [at, setAt] = useState(ownId);
  const tree = useRef<HTMLDivElement>(null);
  const visible = useMemo(() => visibleLines(lines, open), [lines, open]);
  const siblings = useMemo(() => siblingsOf(lines), [lines]);
  const { shown, rest, more } = useShownFirst(visible, SHOWN_FIRST);
  const current = shown.some(({ id }) => id === at) ? at : (shown[0]?.id ?? '');

  const turn = (id: string, isOpen: boolean) =>
    setOpen((now) => {
      const next = new Set(now);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  const goTo = (id: string) => {
    setAt(id);
    tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // A number inside an item has keys of its own.
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'treeitem') return;
    const backwards = getComputedStyle(event.target).direction === 'rtl';
    const move = treeMove(event.key, current, shown, open, backwards);
    if (move === undefined) return;
    event.preventDefault();
    if ('to' in move) goTo(move.to);
    else if ('open' in move) turn(move.open, true);
    else if ('close' in move) turn(move.close, false);
    else turn(move.toggle, !open.has(move.toggle));
  };
  return (
    <>
      <div ref={tree} class="tree" role="tree" aria-label={say(phrase('panel_family'))} onKeyDown={onKey}>
        {shown.map((one) => (
          <Member
            key={one.id}
            line={one}
            isOpen={open.has(one.id)}
            isCurrent={one.id === current}
            place={siblings.get(one.id) ?? { at: 1, of: 1 }}
            onTurn={() => turn(one.id, !open.has(one.id))}
            onFocus={() => setAt(one.id)}
          />
        ))}
      </div>
      <ShowMore rest={rest} onMore={more} />
    </>
  );
}

type MemberProps = {
  readonly line: FamilyLine;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly place: { readonly at: number; readonly of: number };
  readonly onTurn: () => void;
  readonly onFocus: () => void;
};

function Member({
  line: { id, name, depth, hasChildren, own, says, deals },
  isOpen,
  isCurrent,
  place,
  onTurn,
  onFocus,
}: MemberProps) {
  const { say } = useLanguage();
  return (
    <div
      role="treeitem"
      data-id={id}
      aria-level={depth + 1}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-current={own ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      style={{ '--depth': depth }}
      onFocus={onFocus}
    >
      <span class="tree-head">
        {hasChildren ? (
          <button
            type="button"
            class="tree-turn"
            tabIndex={-1}
            aria-label={say(phrase(isOpen ? 'panel_family_close' : 'panel_family_unfold', textFigure(name)))}
            aria-expanded={isOpen}
            onClick={onTurn}
          >
            <span class="fold" aria-hidden="true" />
          </button>
        ) : (
          <span class="tree-turn" aria-hidden="true" />
        )}
        <span class="tree-name" title={name}>
          <bdi>{name}</bdi>
        </span>
      </span>
      <span class="note dotted tree-says">
        {says.map((said) => (
          <span key={said.phrase.key}>
            <Tell line={said} />
          </span>
        ))}
      </span>
      {deals.length > 0 && <FamilyDeals deals={deals} company={name} />}
    </div>
  );
}

/** Each company's place among those of one parent, from 1. */
function siblingsOf(lines: readonly FamilyLine[]): ReadonlyMap<string, { readonly at: number; readonly of: number }> {
  const byParent = new Map<string | null, string[]>();
  for (const { id, parentId } of lines) {
    const held = byParent.get(parentId);
    if (held) held.push(id);
    else byParent.set(parentId, [id]);
  }
  return new Map(
    [...byParent.values()].flatMap((ids) => ids.map((id, index) => [id, { at: index + 1, of: ids.length }])),
  );
}
