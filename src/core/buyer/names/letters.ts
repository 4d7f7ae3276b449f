/** Letters that Unicode does not take apart, as they are written without their marks. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The longest name that is compared; what is longer is no name, and would only cost time. */
const LONGEST = 200;

/**
 * A name as words: small letters without marks, "&" as "and", initials written together ("S.A." is "sa", "A/S" is "as"), and
 * nothing that is not a letter or a digit of some script. Marks that carry the vowel in other scripts stay.
 *
 * @example lettersOf('Müller & Söhne A/S') // ['muller', 'and', 'sohne', 'as']
 */
export function lettersOf(name: string): string[] {
  return (
    name
      .slice(0, LONGEST)
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/gu, '')
      .normalize('NFC')
      .replace(/[ßæœøłđðþı]/gu, (letter) => PLAIN[letter] ?? letter)
      .replace(/&|\+(?=\s)/gu, ' and ')
      .replace(/['’‘`´]/gu, '')
      .replace(/(?<![\p{L}\p{N}])(?:\p{L}[./]\s?)+\p{L}(?![\p{L}\p{N}])\.?/gu, (initials) =>
        initials.replace(/[./\s]/gu, ''),
      )
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}
