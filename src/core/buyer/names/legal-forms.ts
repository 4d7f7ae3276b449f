import { lettersOf } from './letters';

/**
 * How companies write what they are by law, by where it is found. Gathered from the abbreviations of the Entity Legal Form
 * codes (ISO 20275, https://www.gleif.org/en/lei-data/code-lists/iso-20275-entity-legal-forms-code-list) and from the
 * countries' company acts. Not complete, and need not be: a form that is missed is a common word and weighs little.
 */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  english: [
    'Inc',
    'Incorporated',
    'Corp',
    'Corporation',
    'Co',
    'Company',
    'Companies',
    'Ltd',
    'Limited',
    'Co Ltd',
    'LLC',
    'L.L.C.',
    'LLP',
    'LP',
    'LLLP',
    'PLLC',
    'PC',
    'PLC',
    'Public Limited Company',
    'Limited Liability Company',
    'Limited Partnership',
    'CIC',
    'Unlimited',
    'ULC',
    'DAC',
    'Pty',
    'Pty Ltd',
    'Proprietary Limited',
    'Pte',
    'Pte Ltd',
    'Private Limited',
    'Pvt Ltd',
    'Sdn Bhd',
    'Bhd',
    'Berhad',
    'NL',
    'RF',
    'SOC Ltd',
  ],
  german: [
    'GmbH',
    'gGmbH',
    'GmbH & Co KG',
    'SE & Co KG',
    '& Co',
    '& Cie',
    'und Co',
    'GmbH & Co. KGaA',
    'AG',
    'AG & Co KG',
    'AG & Co KGaA',
    'SE & Co KGaA',
    'KGaA',
    'KG',
    'OHG',
    'UG',
    'UG haftungsbeschränkt',
    'Gesellschaft mit beschränkter Haftung',
    'Aktiengesellschaft',
    'eG',
    'e.V.',
    'e.K.',
    'GbR',
    'mbH',
    'GesmbH',
    'SE',
  ],
  french: [
    'SA',
    'SAS',
    'SASU',
    'SARL',
    'S.à r.l.',
    'EURL',
    'SCA',
    'SNC',
    'SCOP',
    'SCRL',
    'SRL',
    'SPRL',
    'Société Anonyme',
    'Sàrl',
    'Sagl',
  ],
  italian: ['SpA', 'S.p.A.', 'Srl', 'Srls', 'Sas', 'Snc', 'Scarl', 'Società per Azioni'],
  spanish: [
    'SA',
    'SL',
    'SLU',
    'SAU',
    'SAL',
    'SA de CV',
    'SAB de CV',
    'S de RL',
    'S de RL de CV',
    'SAPI de CV',
    'SAC',
    'SAS',
    'EIRL',
    'SpA',
    'Ltda',
    'Sociedad Anónima',
    'Sociedad Limitada',
  ],
  portuguese: ['Lda', 'Ltda', 'SA', 'S/A', 'SGPS', 'EIRELI', 'ME', 'EPP', 'Unipessoal Lda', 'Limitada'],
  dutch: ['BV', 'B.V.', 'BVBA', 'NV', 'N.V.', 'VOF', 'CV', 'CVBA', 'Besloten Vennootschap'],
  nordic: [
    'AB',
    'Aktiebolag',
    'AB publ',
    'AS',
    'ASA',
    'A/S',
    'ApS',
    'I/S',
    'K/S',
    'IVS',
    'Oy',
    'Oyj',
    'Oy Ab',
    'hf',
    'ehf',
    'HB',
    'Osakeyhtiö',
  ],
  central: [
    'sp. z o.o.',
    'sp z oo',
    'Sp. z o.o. sp. k.',
    'Sp k',
    'SKA',
    's.r.o.',
    'spol s r o',
    'a.s.',
    'k.s.',
    'v.o.s.',
    'Kft',
    'Zrt',
    'Nyrt',
    'Bt',
    'd.o.o.',
    'd.d.',
    'j.d.o.o.',
    'a.d.',
    'SRL',
    'SC',
    'EAD',
    'AD',
    'OOD',
    'EOOD',
    'ET',
  ],
  baltic: ['UAB', 'AB', 'MB', 'SIA', 'AS', 'OÜ', 'TÜ'],
  eastern: [
    'OOO',
    'OAO',
    'ZAO',
    'PAO',
    'AO',
    'JSC',
    'OJSC',
    'CJSC',
    'PJSC',
    'TOO',
    'TOV',
    'ООО',
    'ОАО',
    'ЗАО',
    'ПАО',
    'АО',
    'ТОО',
    'ТОВ',
    'ЕООД',
    'ООД',
    'АД',
  ],
  southern: [
    'A.Ş.',
    'AS',
    'Ltd. Şti.',
    'San ve Tic AS',
    'Sanayi ve Ticaret AS',
    'A.E.',
    'Α.Ε.',
    'ΑΕ',
    'ΕΠΕ',
    'MEPE',
    'EPE',
    'IKE',
    'Ltd Sti',
  ],
  arabian: [
    'WLL',
    'W.L.L.',
    'FZE',
    'FZCO',
    'FZ LLC',
    'PSC',
    'PJSC',
    'SAE',
    'SAL',
    'SAOG',
    'KSC',
    'KSCP',
    'BSC',
    'QPSC',
  ],
  asian: [
    'KK',
    'K.K.',
    'GK',
    'YK',
    'Kabushiki Kaisha',
    'Godo Kaisha',
    'PT',
    'Tbk',
    'PT Tbk',
    'CV',
    'JSC',
    'PCL',
    'Public Company Limited',
    'Company Limited',
    'Co Ltd',
    'Corp Ltd',
  ],
};

/** Forms that some countries write in front of the name. */
const LEADING: readonly string[] = [
  'OOO',
  'OAO',
  'ZAO',
  'PAO',
  'AO',
  'TOO',
  'TOV',
  'ООО',
  'ОАО',
  'ЗАО',
  'ПАО',
  'АО',
  'ТОО',
  'ТОВ',
  'UAB',
  'AB',
  'MB',
  'SIA',
  'PT',
];

/** Forms written against the name, in front or behind, mostly without a space. */
const ATTACHED: readonly string[] = [
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',
  '有限公司',
  '株式会社',
  '有限会社',
  '合同会社',
  '주식회사',
  '유한회사',
].map((form) => lettersOf(form).join(''));

const phraseKey = (form: string): string => lettersOf(form).join(' ');
const TRAILING: ReadonlySet<string> = new Set([...Object.values(FORMS).flat().map(phraseKey), ...ATTACHED]);
const LEADS: ReadonlySet<string> = new Set([...LEADING.map(phraseKey), ...ATTACHED]);
const LONGEST_FORM = Math.max(...[...TRAILING].map((form) => form.split(' ').length));

/**
 * A company's name without its legal form: forms are taken off the end, longest first and as often as there are any, then
 * off the front where that is the custom. One word always stays: "AB" alone may be a company.
 *
 * @param words - a name as {@link lettersOf} gives it
 * @example withoutLegalForm(['acme', 'gmbh', 'and', 'co', 'kg']) // ['acme']
 */
export function withoutLegalForm(words: readonly string[]): string[] {
  let name = [...words];
  for (let found = true; found; ) {
    found = false;
    for (let length = Math.min(LONGEST_FORM, name.length - 1); length > 0 && !found; length--) {
      if (TRAILING.has(name.slice(-length).join(' '))) {
        name = name.slice(0, -length);
        found = true;
      }
    }
  }
  const [first, ...rest] = name;
  if (first !== undefined && rest.length > 0 && LEADS.has(first)) name = rest;
  return name.map(detached);
}

function detached(word: string): string {
  for (const form of ATTACHED) {
    if (word.length > form.length && word.endsWith(form)) return word.slice(0, -form.length);
    if (word.length > form.length && word.startsWith(form)) return word.slice(form.length);
  }
  return word;
}
