/** The four ends a deal can come to in the period, as they are told apart on the screen. */
const OUTCOMES = ['won', 'slips', 'no-decision', 'lost'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

type OutcomeBarProps = {
  /** Chances, adding up to 1. */
  readonly chances: Readonly<Record<OutcomeName, number>>;
  /** The same in words. */
  readonly label: string;
};

/** Four chances side by side. Each has a pattern of its own beside its colour. */
export function OutcomeBar({ chances, label }: OutcomeBarProps) {
  return (
    <div class="outcomes" role="img" aria-label={label}>
      {OUTCOMES.map((name) => (
        <i key={name} class={name} style={{ flexGrow: Math.max(0, chances[name]) }} />
      ))}
    </div>
  );
}
