/**
 * How many of a thousand company names hold a word that says nothing about whose company it is. Counted over the titles of the
 * 7,919 companies that file with the SEC (https://www.sec.gov/files/company_tickers.json); words of other languages stand at
 * their English counterpart. A user's own accounts overrule them as soon as there are enough.
 */
const PER_THOUSAND: ReadonlyMap<string, number> = new Map<string, number>([
  ...table(74, 'holdings holding beteiligungen beteiligungs participations'),
  ...table(58, 'group gruppe groupe grupo gruppo grupa groep'),
  ...table(27, 'technologies technology technologie tecnologia tech technik'),
  ...table(24, 'energy energie energia'),
  ...table(23, 'international internationale internacional intl worldwide world global globale'),
  ...table(20, 'financial finance capital acquisition bancorp bank fund trust income'),
  ...table(15, 'pharmaceuticals pharma therapeutics biosciences health healthcare medical'),
  ...table(12, 'resources mining gold metals minerals oil gas'),
  ...table(
    10,
    'solutions solution losungen soluciones systems system systeme sistemas industries industrie industrial',
  ),
  ...table(8, 'services service dienstleistungen servicios first new american national united general'),
  ...table(6, 'partners partner ventures investment investments enterprises enterprise brands properties realty'),
  ...table(
    4,
    'digital media power life communications networks network software labs laboratories products electric electronics',
  ),
  ...table(
    3,
    'management consulting consultants trading logistics insurance foods education engineering design marketing data',
  ),
  ...table(
    3,
    'sales vertrieb vertriebs distribution manufacturing produktion production operations handel handels retail online web',
  ),
  ...table(30, 'the and of for de la le les du des der die das und et y e del di da'),
]);

/**
 * Places and regions that a subsidiary's name adds to its parent's.
 */
const PLACES: ReadonlySet<string> = new Set(
  (
    'africa america americas asia apac emea europe europa european latam nordic nordics benelux dach iberia pacific ' +
    'north south east west northern southern eastern western central ' +
    'usa us uk eu germany deutschland allemagne alemania austria osterreich switzerland schweiz suisse svizzera france frankreich ' +
    'francia italy italia italien spain espana spanien portugal netherlands nederland niederlande belgium belgique belgie ' +
    'luxembourg ireland britain england scotland wales denmark danmark sweden sverige schweden norway norge finland suomi iceland ' +
    'poland polska polen czech czechia slovakia slovensko hungary magyarorszag romania bulgaria greece hellas croatia hrvatska ' +
    'slovenia serbia srbija ukraine russia turkey turkiye israel egypt morocco maroc nigeria kenya ghana ' +
    'estonia eesti latvia latvija lithuania lietuva canada mexico brazil brasil argentina chile colombia peru ' +
    'china japan nippon korea india singapore malaysia thailand vietnam indonesia philippines taiwan australia zealand ' +
    'emirates saudi arabia qatar kuwait gulf hong kong'
  ).split(' '),
);

/** A word whose common use is at least this many in a thousand names cannot by itself make two names one family. */
const COMMON = 3;

/** How common a word is taken to be before any account is counted, per thousand names; 1 for a word nobody has counted. */
export function usePerThousand(word: string): number {
  return PER_THOUSAND.get(word) ?? (PLACES.has(word) ? 4 : 1);
}

/** Whether a word only describes: what a company does, how it is organised, where it is. */
export function isDescriptive(word: string): boolean {
  return PLACES.has(word) || (PER_THOUSAND.get(word) ?? 0) >= COMMON;
}

function table(perThousand: number, words: string): [string, number][] {
  return words.split(' ').map((word) => [word, perThousand]);
}
