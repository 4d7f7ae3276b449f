/**
 * How many of a thousand company names hold a word that many companies use. Counted over the titles of the 7,919 companies that
 * file with the SEC (https://www.sec.gov/files/company_tickers.json); words of other languages stand at their English
 * counterpart. A user's own accounts overrule them as soon as there are enough.
 *
 * Words that say how a company is organised, or which task it has in its group: they come and go within one family.
 */
const STRUCTURE: ReadonlyMap<string, number> = new Map<string, number>([
  ...table(
    100,
    'inc incorporated corp corporation co company companies ltd limited plc llc gmbh ag sa bv nv ab oy as spa srl sas',
  ),
  ...table(74, 'holdings holding beteiligungen beteiligungs verwaltungs participations'),
  ...table(58, 'group gruppe groupe grupo gruppo grupa groep'),
  ...table(30, 'the and of for de la le les du des der die das und et del di da'),
  ...table(23, 'international internationale internacional intl worldwide world global globale'),
  ...table(8, 'services service dienstleistungen servicios'),
  ...table(3, 'management sales vertrieb vertriebs distribution manufacturing produktion production operations'),
  ...table(3, 'handel handels trading retail logistics logistik online web'),
]);

/** Words that say what a company does, or praise it: two companies that differ in them may well share nothing but a first word. */
const TRADE: ReadonlyMap<string, number> = new Map<string, number>([
  ...table(27, 'technologies technology technologie tecnologia tech technik'),
  ...table(24, 'energy energie energia'),
  ...table(20, 'financial finance capital acquisition bancorp bancshares bank fund trust income'),
  ...table(15, 'pharmaceuticals pharma therapeutics biosciences biotech health healthcare medical'),
  ...table(12, 'resources mining gold silver metals minerals oil gas'),
  ...table(
    10,
    'solutions solution losungen soluciones systems system systeme sistemas industries industrie industrial',
  ),
  ...table(8, 'first new american national united general'),
  ...table(6, 'partners partner ventures investment investments enterprises enterprise brands properties realty'),
  ...table(
    4,
    'digital media power life communications networks network software labs laboratories products electric electronics',
  ),
  ...table(
    3,
    'consulting consultants insurance foods education engineering design marketing data materials entertainment',
  ),
]);

/** Places and regions that a subsidiary's name adds to its parent's. */
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
    'emirates saudi arabia qatar kuwait gulf hong kong ' +
    'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa ' +
    'kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada jersey ' +
    'york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming'
  ).split(' '),
);

/** How common a word is taken to be before any account is counted, per thousand names; 1 for a word nobody has counted. */
export function usePerThousand(word: string): number {
  return STRUCTURE.get(word) ?? TRADE.get(word) ?? (PLACES.has(word) ? 4 : 1);
}

/** Whether a word only describes: what a company does, how it is organised, where it is. It never makes two names one family. */
export function isDescriptive(word: string): boolean {
  return saysTrade(word) || saysStructure(word);
}

/** Whether a word says what a company does. */
export function saysTrade(word: string): boolean {
  return TRADE.has(word);
}

/** Whether a word says where a company is, how it is organised or which task it has in its group. */
export function saysStructure(word: string): boolean {
  return STRUCTURE.has(word) || PLACES.has(word);
}

function table(perThousand: number, words: string): [string, number][] {
  return words.split(' ').map((word) => [word, perThousand]);
}
