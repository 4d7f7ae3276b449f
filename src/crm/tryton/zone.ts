/** The company's time zone; UTC where it has set none, which is how Tryton itself counts its days then. */
export function zoneOf(name: unknown): string {
  if (typeof name !== 'string' || name === '') return 'UTC';
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return 'UTC';
  }
}
