import { countFigure, phrase } from '../../core/value/phrase';
import type { Ahead } from '../../messages/ahead';
import { Say } from '../../ui/language/say';
import { AheadLine } from '../../ui/pieces/ahead-line';
import type { Shown } from './shown';

/** As few as these to be read are read before anybody could stop it. */
const FEW = 5;

/** What is read ahead for the CRM of the deal in view, while it is worth a line, and that deals had to make room. */
export function ReadAhead({
  shown,
  onReadAhead,
}: {
  readonly shown: Shown;
  readonly onReadAhead: (goOn: boolean) => void;
}) {
  const mine = shown.ahead.find(({ host }) => host === shown.ref?.host);
  const roomMade = shown.reading?.connection.roomMade ?? null;
  return (
    <>
      {roomMade !== null && (
        <p class="notice">
          <Say phrase={phrase('ahead_room_made', countFigure(roomMade.deals))} />
        </p>
      )}
      {mine && isWorthALine(mine) && (
        <AheadLine ahead={mine} onStop={() => onReadAhead(false)} onGoOn={() => onReadAhead(true)} />
      )}
    </>
  );
}

function isWorthALine({ is, done, of }: Ahead): boolean {
  if (is === 'reading') return of === null || of - done > FEW;
  return (is === 'stopped' || is === 'full') && (of === null || done < of);
}
