type BarProps = {
  /** Filled part, 0..1; more than 1 fills it. */
  readonly value: number;
  /** Where it would come to, hatched from the filled part on. */
  readonly ahead?: number | undefined;
  /** Where it usually is by now. */
  readonly mark?: number | undefined;
  /** What the bar shows, in words. */
  readonly label: string;
};

/** A goal as a bar. It repeats what the numbers beside it say. */
export function Bar({ value, ahead, mark, label }: BarProps) {
  // Past the goal the whole bar is the larger of the two, so that the goal itself stays in sight.
  const whole = Math.max(1, value, ahead ?? 0, mark ?? 0);
  const at = (share: number) => `${(Math.max(0, share) / whole) * 100}%`;
  return (
    <div class="bar" role="img" aria-label={label}>
      <i class="fill" style={{ width: at(value) }} />
      {ahead !== undefined && ahead > value && (
        <i class="ghost" style={{ insetInlineStart: at(value), width: at(ahead - Math.max(0, value)) }} />
      )}
      {whole > 1 && <i class="goal" style={{ insetInlineStart: at(1) }} />}
      {mark !== undefined && <i class="mark" style={{ insetInlineStart: at(mark) }} />}
    </div>
  );
}
