import { type Instant, instantOf } from '../core/value/instant';

/** Machines are seldom quite right; below this nobody's quarter moves. Milliseconds. */
const TOLERATED = 5 * 60_000;

/** How far the CRM's clock is ahead of the machine's; 0 where they all but agree. */
export function offsetOf(crmNow: Instant, machineNow: number): number {
  const offset = Date.parse(crmNow) - machineNow;
  return Math.abs(offset) < TOLERATED ? 0 : offset;
}

/** Now by the CRM's clock. */
export function crmTime(machineNow: number, offset: number): Instant {
  return instantOf(machineNow + offset);
}
