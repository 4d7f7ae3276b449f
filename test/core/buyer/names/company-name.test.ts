import { describe, expect, it } from 'vitest';
import { companyWords } from '../../../../src/core/buyer/names/company-name';

describe('a company name without its legal form', () => {
  it.each([
    ['Acme Group Ltd', ['acme', 'group']],
    ['ACME, Inc.', ['acme']],
    ['Acme GmbH & Co. KG', ['acme']],
    ['Müller & Söhne A/S', ['muller', 'and', 'sohne']],
    ['Grupo Bimbo S.A.B. de C.V.', ['grupo', 'bimbo']],
    ['Petrobras S.A.', ['petrobras']],
    ['CD Projekt Sp. z o.o.', ['cd', 'projekt']],
    ['Škoda Auto a.s.', ['skoda', 'auto']],
    ['Ørsted A/S', ['orsted']],
    ['Straße 7 AG', ['strasse', '7']],
    ['Tata Consultancy Services Private Limited', ['tata', 'consultancy', 'services']],
    ["Lloyd's Pharmacy plc", ['lloyds', 'pharmacy']],
  ])('%s', (name, words) => {
    expect(companyWords(name)).toEqual(words);
  });

  it.each([
    ['ООО «Ромашка»', ['ромашка']],
    ['OOO Romashka', ['romashka']],
    ['UAB Baltija', ['baltija']],
    ['PT Astra Tbk', ['astra']],
    ['AB Volvo', ['volvo']],
  ])('%s: some countries write it in front', (name, words) => {
    expect(companyWords(name)).toEqual(words);
  });

  it.each([
    ['株式会社トヨタ', ['トヨタ']],
    ['トヨタ株式会社', ['トヨタ']],
    ['华为技术有限公司', ['华为技术']],
    ['삼성전자 주식회사', ['삼성전자']],
  ])('%s: and some without a space', (name, words) => {
    expect(companyWords(name)).toEqual(words);
  });

  it.each([['AB'], ['SE'], ['Co'], ['GmbH'], ['Inc Inc'], ['S.A.']])('%s keeps one word', (name) => {
    expect(companyWords(name)).toHaveLength(1);
  });

  it.each([
    ['Sa Sa Beauty', ['sa', 'sa', 'beauty']],
    ['AS Roma', ['as', 'roma']],
    ['Co Star', ['co', 'star']],
  ])('%s: two letters in front are a word', (name, words) => {
    expect(companyWords(name)).toEqual(words);
  });

  it.each([
    ['<script>alert(1)</script>'],
    ['👍👍'],
    ['----'],
    ['a'.repeat(5000)],
    ['&'.repeat(5000)],
    ['\u0000\u202e'],
  ])('whatever is typed in is read without complaint', (name) => {
    for (const word of companyWords(name)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
  });
});
