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

  test('of the tab of the console that is seen, whatever the others have in front', () => {
    document.body.innerHTML = `
      <section class="oneConsoleTab"><div class="windowViewMode-maximized active lafPageHost" data-unseen>
        ${field('Opportunity.Name', 'Another tab')}</div></section>
      <section class="oneConsoleTab"><div class="windowViewMode-maximized active lafPageHost">
        ${field('Opportunity.Name', 'Acme')}</div></section>`;
    expect(shownOn(ID, null)?.fields).toEqual([['sfdc:RecordField.Opportunity.Name', 'Acme', '']]);
  });

  // As record layouts and the fields of dynamic forms are built.
  test('without the label, the pencil and the preview that stand within the same field', () => {
    document.body.innerHTML = `<div class="windowViewMode-normal active">
      <record_flexipage-record-field data-target-selection-name="sfdc:RecordField.Opportunity.AccountId">
        <div class="slds-form-element slds-form-element_readonly">
          <span class="test-id__field-label">Account Name</span>
          <div class="slds-form-element__control"><div class="slds-form-element__static">
            <span class="test-id__field-value"><force-lookup>
              <a href="/lightning/r/001000000000001AAA/view"><slot><span>Acme</span></slot></a>
              <button><span class="slds-assistive-text">Open Acme Preview</span></button>
            </force-lookup></span>
            <button class="test-id__inline-edit-trigger"><span class="slds-assistive-text">Edit Account Name</span></button>
          </div></div>
        </div>
      </record_flexipage-record-field></div>`;
    expect(shownOn(ID, null)?.fields).toEqual([
      ['sfdc:RecordField.Opportunity.AccountId', 'Acme', `${HOST}/lightning/r/001000000000001AAA/view`],
    ]);
  });

  test('also of components that are drawn in shadow roots of their own', () => {
    document.body.innerHTML =
      '<div class="windowViewMode-normal active"><records-lwc-detail-panel></records-lwc-detail-panel></div>';
    const panel = document.querySelector('records-lwc-detail-panel')!.attachShadow({ mode: 'open' });
    panel.innerHTML = `<ul><li class="slds-path__item slds-is-current">Negotiation</li></ul>
      <records-record-layout-item data-target-selection-name="sfdc:RecordField.Opportunity.Amount"></records-record-layout-item>`;
    const item = panel.querySelector('records-record-layout-item')!.attachShadow({ mode: 'open' });
    item.innerHTML = '<span class="test-id__field-value"><lightning-formatted-text></lightning-formatted-text></span>';
    const text = item.querySelector('lightning-formatted-text')!.attachShadow({ mode: 'open' });
    text.innerHTML = '<style>:host { color: red }</style><span>$12,740.50</span>';
    expect(shownOn(ID, null)).toMatchObject({
      fields: [['sfdc:RecordField.Opportunity.Amount', '$12,740.50', '']],
      path: ['slds-path__item slds-is-current'],
    });
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
