import '../../ui/chart/chart.css';
import './deal-room.css';
import { useMemo } from 'preact/hooks';
import type { Reading } from '../../messages/reading';
import type { SectionName } from '../frame/shown';
import { BuyerSection } from '../sections/buyer/buyer-section';
import { RealSection } from '../sections/deal/real-section';
import { dealRoomView } from '../view/deal-room-view';
import type { RiskRoom } from '../view/risks';
import type { Sights } from '../view/summary';

export type DealRoomProps = {
  readonly reading: Reading;
  readonly sights: Sights;
  readonly riskRoom: RiskRoom | null;
  readonly open: Readonly<Record<SectionName, boolean>>;
  readonly onFold: (section: SectionName) => void;
};

/** What lies below the answers: is it real, and who buys. It is loaded once they are painted. */
export function DealRoom({ reading, sights, riskRoom, open, onFold }: DealRoomProps) {
  const { real, buyer } = useMemo(() => dealRoomView(reading, sights, riskRoom), [reading, sights, riskRoom]);
  return (
    <>
      {real !== null && <RealSection view={real} isOpen={open.real} onToggle={() => onFold('real')} />}
      {buyer !== null && <BuyerSection view={buyer} isOpen={open.buyer} onToggle={() => onFold('buyer')} />}
    </>
  );
}
