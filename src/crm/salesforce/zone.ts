/** The first of these that names a time zone this machine knows; UTC where none does. */
export function zoneAmong(...names: readonly unknown[]): string {
  for (const name of names) {
    if (typeof name !== 'string') continue;
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    } catch {
      // Not a zone of this machine's: the next one.
    }
  }
  return 'UTC';
}
