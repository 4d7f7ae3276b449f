import { phrase } from '../../core/value/phrase';
import { useLanguage } from '../language/speech';
import './chart.css';

type ChanceStripProps = {
  /** 0..1, rising. */
  readonly low: number;
  readonly chance: number;
  readonly high: number;
  /** The same in words. */
  readonly label: string;
};

const HALF = 50;

const SCALE = [phrase('ui_chance_never'), phrase('ui_chance_even'), phrase('ui_chance_certain')];

/** A chance with its band, between never and surely; even odds have a mark. */
export function ChanceStrip({ low, chance, high, label }: ChanceStripProps) {
  const { say } = useLanguage();
  const at = (p: number) => `${Math.min(1, Math.max(0, p)) * 100}%`;
  return (
    <div class="strip-box">
      <div class="strip" role="img" aria-label={label}>
        <i class="strip-even" style={{ insetInlineStart: `${HALF}%` }} />
        <i class="strip-band" style={{ insetInlineStart: at(low), width: at(high - low) }} />
        <i class="strip-chance" style={{ insetInlineStart: at(chance) }} />
      </div>
      <div class="strip-scale" aria-hidden="true">
        {SCALE.map((mark) => (
          <span key={mark.key}>{say(mark)}</span>
        ))}
      </div>
    </div>
  );
}
