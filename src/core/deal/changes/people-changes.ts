import { phrase, phraseFigure, textFigure } from '../../value/phrase';
import type { Change } from './change';
import { fieldChange, type Telling } from './field-change';
import type { Seen, Snapshot } from './snapshot';

type People = Extract<Snapshot['committee'], { is: 'given' }>['value'];

/** Who came into the deal, who left it, and whose role changed. */
export function peopleChanges(before: Seen<People>, after: Seen<People>): Change[] {
  const part = 'people';
  if (before.is === 'hidden' || after.is === 'hidden') {
    if (before.is === after.is || before.is === 'unread' || after.is === 'unread') return [];
    const name = phraseFigure(phrase('deal_part_people'));
    const says = after.is === 'hidden' ? phrase('deal_changed_hidden', name) : phrase('deal_changed_visible', name);
    return [{ part, direction: 'neutral', says }];
  }
  if (before.is === 'unread' || after.is === 'unread') return [];
  const was = before.is === 'given' ? before.value : [];
  const is = after.is === 'given' ? after.value : [];
  const known = byId(was);
  const left = byId(is);
  return [
    ...[...left.values()].flatMap((person): Change[] => {
      const earlier = known.get(person.id);
      if (!earlier)
        return [{ part, direction: 'better', says: phrase('deal_changed_joined', textFigure(person.name)) }];
      return fieldChange(earlier.role, person.role, roleOf(person.name));
    }),
    ...[...known.values()].flatMap((person): Change[] =>
      left.has(person.id)
        ? []
        : [{ part, direction: 'worse', says: phrase('deal_changed_left', textFigure(person.name)) }],
    ),
  ];
}

function roleOf(name: string): Telling<string> {
  return {
    part: 'people',
    name: phrase('deal_part_role', textFigure(name)),
    same: (a, b) => a === b,
    moved: (from, to) => ({
      direction: 'neutral',
      says: phrase('deal_changed_role', textFigure(name), textFigure(from), textFigure(to)),
    }),
    set: (to) => phrase('deal_changed_role_set', textFigure(name), textFigure(to)),
    cleared: (from) => phrase('deal_changed_role_cleared', textFigure(name), textFigure(from)),
  };
}

function byId(people: People): Map<string, People[number]> {
  return new Map(people.map((person) => [person.id, person]));
}
