import type { AppProblem } from '../../core/model/app-problem';
import { ok, problem, type Result } from '../../core/value/result';

/** The browser's own window for signing in to somewhere. */
export type SignInWindow = {
  /** The address that every sign-in of ours comes back to. */
  readonly redirectUrl: string;
  /**
   * @param interactive - without it the answer comes by itself or not at all: nothing is shown
   * @returns the address it came back to; rejects where it did not
   */
  readonly open: (address: string, interactive: boolean) => Promise<string | undefined>;
};

/** Opens the window; that it was closed and that nothing could be loaded are told apart by the browsers' own words. */
export async function askIn(
  { open }: SignInWindow,
  address: string,
  interactive: boolean,
): Promise<Result<string, AppProblem>> {
  try {
    const returned = await open(address, interactive);
    return returned === undefined ? problem({ kind: 'closed' }) : ok(returned);
  } catch (error) {
    const words = error instanceof Error ? error.message : String((error as { message?: unknown } | null)?.message);
    if (/could not be loaded|Invalid request/i.test(words)) return problem({ kind: 'offline' });
    return problem({ kind: interactive ? 'closed' : 'sign-in-again' });
  }
}
