/** What the work gives, or the other thing where it fails: a fault in one engine must not cost the user the rest. */
export function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
