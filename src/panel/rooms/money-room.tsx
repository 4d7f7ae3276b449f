import { useMemo } from 'preact/hooks';
import { phrase } from '../../core/value/phrase';
import { Section } from '../../ui/pieces/section';
import type { SectionName } from '../frame/shown';
import { GoalSection } from '../sections/goal/goal-section';
import { PaySection } from '../sections/pay/pay-section';
import { SharedDeal, saysMore } from '../sections/pay/shared-deal';
import { moneyRoomView } from '../view/money-room-view';
import type { Sights } from '../view/summary';

export type MoneyRoomProps = {
  readonly sights: Sights;
  readonly open: Readonly<Record<SectionName, boolean>>;
  readonly onFold: (section: SectionName) => void;
};

/** What lies right below the answers: the goal and the pay. It is loaded once they are painted. */
export function MoneyRoom({ sights, open, onFold }: MoneyRoomProps) {
  const { goal, pay, shared } = useMemo(() => moneyRoomView(sights), [sights]);
  return (
    <>
      {goal !== null && <GoalSection view={goal} isOpen={open.goal} onToggle={() => onFold('goal')} />}
      {pay !== null && (
        <PaySection view={pay} isOpen={open.pay} onToggle={() => onFold('pay')}>
          {shared !== null && <SharedDeal {...shared} />}
        </PaySection>
      )}
      {pay === null && shared !== null && saysMore(shared) && (
        <Section title={phrase('panel_section_shared')} isOpen={open.pay} onToggle={() => onFold('pay')}>
          <SharedDeal {...shared} />
        </Section>
      )}
    </>
  );
}
