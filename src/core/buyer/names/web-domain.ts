/** Second levels under which a country hands out names: `acme.co.uk` is Acme's, `co.uk` is nobody's. Excerpt of https://publicsuffix.org */
const SECOND_LEVELS: ReadonlySet<string> = new Set(
  (
    'co.uk org.uk ac.uk gov.uk ltd.uk plc.uk me.uk com.au net.au org.au co.nz net.nz org.nz co.jp ne.jp or.jp ac.jp go.jp co.kr or.kr ' +
    'com.br net.br org.br com.mx org.mx com.ar com.co com.pe com.ve com.ec com.uy com.tr org.tr com.cn net.cn org.cn com.hk com.tw com.sg ' +
    'com.my com.ph com.vn com.pk com.bd co.in net.in org.in firm.in co.id or.id co.th in.th co.za org.za web.za com.ng co.ke co.il org.il ' +
    'com.eg com.sa com.qa com.kw ae.org com.ua co.ua com.ru com.pl net.pl org.pl com.es org.es nom.es com.pt com.gr com.cy com.mt com.ro ' +
    'co.at or.at ac.at com.hr co.rs com.mk co.hu com.lv com.ge co.uz com.kz'
  ).split(' '),
);

/** Hosts where anybody may have a page: the same one says nothing about a family. */
const SHARED: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com aol.com gmx.de gmx.net web.de t-online.de proton.me qq.com 163.com ' +
    'facebook.com linkedin.com instagram.com twitter.com x.com youtube.com google.com wikipedia.org bloomberg.com crunchbase.com github.com ' +
    'github.io wixsite.com wix.com wordpress.com blogspot.com squarespace.com weebly.com jimdo.com shopify.com myshopify.com webflow.io notion.site ' +
    'netlify.app vercel.app herokuapp.com azurewebsites.net amazonaws.com amazon.com ebay.com etsy.com salesforce.com force.com example.com example.org test.com'
  ).split(' '),
);

/**
 * The domain that somebody registered, from a website as people write it; `undefined` where there is none, or where everybody
 * could be there.
 *
 * @example registeredDomain('https://www.shop.Acme.co.uk/de/') // 'acme.co.uk'
 */
export function registeredDomain(website: string): string | undefined {
  const host = website
    .trim()
    .slice(0, 2000)
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:/, '')
    .replace(/^\/\//, '')
    .split(/[/?#\\]/)[0]
    ?.replace(/^.*@/, '')
    .replace(/:\d*$/, '')
    .replace(/\.$/, '');
  if (host === undefined || host.length > 253 || !/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(host)) return undefined;
  const labels = host.split('.');
  if (/^\d+$/.test(labels.at(-1) ?? '')) return undefined;
  const domain = labels.slice(SECOND_LEVELS.has(labels.slice(-2).join('.')) ? -3 : -2).join('.');
  return SHARED.has(domain) || SECOND_LEVELS.has(domain) ? undefined : domain;
}

/** The part of a domain that is the owner's choice. @example ownLabel('acme.co.uk') // 'acme' */
export function ownLabel(domain: string): string {
  return domain.split('.')[0] ?? domain;
}
