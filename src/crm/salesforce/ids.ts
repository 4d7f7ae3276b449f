const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A Salesforce record id in its 18-character form: the last three characters say which of the first fifteen are capitals, so
 * that two ids can be compared without regard to case.
 *
 * `undefined` for anything that is not an id. Salesforce makes no 18 characters whose last three do not fit; copies of its answers have
 * some, and those are taken as they stand, unless the capitals are lost that tell one id from another.
 *
 * @example recordId('001R0000005hDFY') // '001R0000005hDFYIA2'
 */
export function recordId(text: unknown): string | undefined {
  if (typeof text !== 'string' || !ID.test(text)) return undefined;
  const body = text.slice(0, 15);
  const full = body + checkCharacters(body);
  return text.length === 15 ? full : text === full || /[A-Z]/.test(text) ? text : undefined;
}

/** What kind of record an id names: its first three characters, in which case counts. */
export function keyPrefix(id: string): string {
  return id.slice(0, 3);
}

function checkCharacters(body: string): string {
  return [0, 5, 10]
    .map((start) => {
      const capitals = [...body.slice(start, start + 5)].reduce(
        (bits, letter, place) => bits + (letter >= 'A' && letter <= 'Z' ? 2 ** place : 0),
        0,
      );
      return CHECK[capitals];
    })
    .join('');
}
