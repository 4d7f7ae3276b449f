import { describe, expect, test } from 'vitest';
import { instantOf } from '../../src/core/value/instant';
import { given, missing } from '../../src/core/value/known';
import { shownDossier } from '../../src/crm/salesforce/shown/to-core';
import type { Reading } from '../../src/messages/reading';
import { panelView } from './panel-view';
import { READING, REF, TODAY } from './readings';

const NOW = instantOf(Date.UTC(2026, 10, 24, 9));
const PAGE = {
  fields: [
    ['sfdc:RecordField.Opportunity.Name', 'Acme - 200 seats', ''],
    ['sfdc:RecordField.Opportunity.Amount', '€12.740,50', ''],
    ['sfdc:RecordField.Opportunity.CloseDate', '18.12.2026', ''],
    ['sfdc:RecordField.Opportunity.StageName', 'Negotiation', ''],
  ],
  path: ['slds-path__item slds-is-current'],
  lang: 'de',
};

/** A reading of what a page shows, and of nothing else. */
function onlyThePage(): Reading {
  const dossier = shownDossier(PAGE, REF, { now: NOW, facts: null, browserLanguage: 'de' })!;
  return {
    ...READING,
    today: TODAY,
    dossier: given(dossier, { kind: 'crm', field: 'Opportunity' }, NOW),
    viewer: missing('not-shown'),
    book: missing('not-shown'),
    norms: missing('not-shown'),
    lastSeen: missing('not-shown'),
    connection: { way: 'page', problem: { kind: 'blocked', words: '' }, reading: false, progress: null },
  };
}

describe('with nothing but the page', () => {
  const view = panelView(onlyThePage(), { payRoom: null })!;
  const said = JSON.stringify([view.summary, view.tiles]);

  test('there are four answers, and none of them is a number that nobody knows', () => {
    expect(view.tiles).toHaveLength(4);
    expect(view.tiles.map(({ big }) => big)).toEqual([null, null, null, null]);
    expect(view.attained).toBeNull();
  });

  test('each says why: the CRM may not be asked, and the page does not show it', () => {
    expect(said).toContain('panel_no_book_not_shown');
    expect(said).toContain('panel_norms_not_shown');
    expect(said).toContain('panel_buyer_acts_not_shown');
    expect(said).toContain('buyer_not_shown');
  });

  test('nothing is said to be absent that merely is not shown', () => {
    for (const wrong of ['panel_real_no_acts', 'panel_nothing_grave', 'panel_buyer_act_none', 'panel_nobody_named']) {
      expect(said).not.toContain(wrong);
    }
    expect(said).toContain('panel_real_not_shown');
    expect(said).toContain('panel_people_not_shown');
  });
});
