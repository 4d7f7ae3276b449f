// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { frontPage, shownOn } from '../../src/content/shown';

const ID = '006000000000001AAA';
const HOST = 'https://acme.lightning.force.com';

const field = (name: string, value: string, visible = true) =>
  `<records-record-layout-item data-target-selection-name="sfdc:RecordField.${name}">
     <span class="slds-form-element__label">Label</span>
     <span class="slds-form-element__static" ${visible ? '' : 'data-unseen'}>${value}</span><button>Edit</button>
   </records-record-layout-item>`;

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(
    `${HOST}/lightning/r/Opportunity/${ID}/view`,
  );
  document.documentElement.lang = 'en-US';
  vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockImplementation(function (this: HTMLElement) {
    return !this.hasAttribute('data-unseen');
  });
});

describe('what a record page shows', () => {
  test('is read word for word from the page in front, with the address that a field leads to', () => {
    document.body.innerHTML = `
      <div class="windowViewMode-normal">${field('Opportunity.Name', 'Another, behind')}</div>
      <div class="windowViewMode-normal active">
        <ul><li class="slds-path__item slds-is-current">Negotiation</li></ul>
        ${field('Opportunity.Amount', '$12,740.50')}
        ${field('Opportunity.OwnerId', '<a href="/lightning/r/005000000000001AAA/view">Cecily</a><b>Preview</b>')}
        ${field('Opportunity.NextStep', 'unseen', false)}
      </div>`;
    expect(shownOn(ID, null)).toEqual({
      fields: [
        ['sfdc:RecordField.Opportunity.Amount', '$12,740.50', ''],
        ['sfdc:RecordField.Opportunity.OwnerId', 'Cecily', `${HOST}/lightning/r/005000000000001AAA/view`],
        [],
      ],
      path: ['slds-path__item slds-is-current'],
      lang: 'en-US',
    });
  });

  test('in the console, too, and of a page without a path', () => {
    document.body.innerHTML = `<section class="oneConsoleTab"><div class="windowViewMode-maximized active">
      ${field('Opportunity.Name', 'Acme')}</div></section>`;
    expect(shownOn(ID, null)).toMatchObject({ fields: [['sfdc:RecordField.Opportunity.Name', 'Acme', '']], path: [] });
  });

  test('of another record than the address names is nothing', () => {
    document.body.innerHTML = `<div class="windowViewMode-normal active">${field('Opportunity.Name', 'Acme')}</div>`;
    expect(shownOn('006000000000002AAA', null)).toBeNull();
    // The address has changed already, and the page that was in front is still there.
    expect(shownOn(ID, frontPage())).toBeNull();
    document.body.innerHTML = '<p>Loading</p>';
    expect(shownOn(ID, null)).toBeNull();
  });
});
