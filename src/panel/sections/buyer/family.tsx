import { phrase } from '../../../core/value/phrase';
import { Tell } from '../../../ui/language/say';
import { useLanguage } from '../../../ui/language/speech';
import type { BuyerSectionView } from '../../view/buyer/section-view';

type FamilyProps = {
  readonly lines: BuyerSectionView['family'];
  readonly notes: BuyerSectionView['familyNotes'];
};

/** The ultimate parent and all below it, what stands between us and each, and what of it cannot be seen. */
export function Family({ lines, notes }: FamilyProps) {
  const { say } = useLanguage();
  if (lines.length === 0 && notes.length === 0) return null;
  return (
    <>
      <h3>{say(phrase('panel_family'))}</h3>
      <ul class="tree">
        {lines.map(({ id, name, depth, own, says }) => (
          <li key={id} style={{ '--depth': depth }} aria-current={own ? 'true' : undefined}>
            <span class="tree-name" title={name}>
              <bdi>{name}</bdi>
            </span>
            <span class="note">
              {says.map((line, index) => (
                <span key={line.phrase.key}>
                  {index > 0 && ' · '}
                  <Tell line={line} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {notes.map((line) => (
        <p key={line.phrase.key} class="note">
          <Tell line={line} />
        </p>
      ))}
    </>
  );
}
