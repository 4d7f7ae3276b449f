const RADIUS = 7;
const ROUND = 2 * Math.PI * RADIUS;

/** The goal ring of the header; beside a number or a name, never alone. `null` draws an empty ring. */
export function Ring({ share }: { readonly share: number | null }) {
  const filled = Math.min(1, Math.max(0, share ?? 0)) * ROUND;
  return (
    <svg class="ring" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle cx="9" cy="9" r={RADIUS} class="ring-track" />
      {filled > 0 && (
        <circle
          cx="9"
          cy="9"
          r={RADIUS}
          class="ring-fill"
          stroke-dasharray={`${filled} ${ROUND}`}
          transform="rotate(-90 9 9)"
        />
      )}
    </svg>
  );
}
