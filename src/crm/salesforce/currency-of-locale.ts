/**
 * The currency of an organisation that has only one. Its records do not name it, but its locale names a country, and the
 * currency of an organisation is by default its country's. Codes: ISO 3166-1 and ISO 4217.
 */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  AE: 'AED',
  AR: 'ARS',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CO: 'COP',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  HK: 'HKD',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MX: 'MXN',
  MY: 'MYR',
  NO: 'NOK',
  NZ: 'NZD',
  PE: 'PEN',
  PH: 'PHP',
  PL: 'PLN',
  RO: 'RON',
  SA: 'SAR',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  US: 'USD',
  VN: 'VND',
  ZA: 'ZAR',
};

const EURO = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

/** @example currencyOfLocale('en_US') // 'USD' */
export function currencyOfLocale(locale: unknown): string | null {
  const country = typeof locale === 'string' ? /_([A-Z]{2})(?:_|$)/.exec(locale)?.[1] : undefined;
  if (country === undefined) return null;
  return EURO.includes(country) ? 'EUR' : (BY_COUNTRY[country] ?? null);
}
