// Elements of the stand-in's pages, in Lightning's markup as far as a reader may lean on it. Text goes in as text; there is no HTML
// from strings here either.
let going = () => undefined;
let language = 'en-US';

/** Who changes the page when a link is followed, and in which language numbers and dates are written. */
export function onGo(go) {
  going = go;
}
export function speak(locale) {
  language = locale;
}

export function node(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** An amount; in an organisation of several currencies with its code in front, as Lightning writes it. */
export const money = (amount, currency) => {
  if (amount === null || amount === undefined) return '';
  if (currency) return `${currency} ${amount.toLocaleString(language, { minimumFractionDigits: 2 })}`;
  return amount.toLocaleString(language, { style: 'currency', currency: 'USD' });
};
export const day = (date) =>
  date ? new Date(`${String(date).slice(0, 10)}T12:00:00`).toLocaleDateString(language) : '';

export function link(href, text) {
  return node(
    'a',
    {
      href,
      onclick: (event) => {
        event.preventDefault();
        going(href);
      },
    },
    text,
  );
}

const OBJECTS = { '006': 'Opportunity', '001': 'Account', '003': 'Contact', '005': 'User' };
export const record = (id, name) => link(`/lightning/r/${OBJECTS[id.slice(0, 3)]}/${id}/view`, name);

export function card(title, ...body) {
  return node(
    'article',
    { class: 'slds-card' },
    node(
      'div',
      { class: 'slds-card__header' },
      node('h2', { class: 'slds-card__header-title slds-text-heading_small' }, title),
    ),
    node('div', { class: 'slds-card__body slds-card__body_inner' }, ...body),
  );
}

export function table(heads, rows) {
  return node(
    'table',
    { class: 'slds-table slds-table_cell-buffer slds-table_bordered' },
    node(
      'thead',
      {},
      node('tr', { class: 'slds-line-height_reset' }, ...heads.map((head) => node('th', { scope: 'col' }, head))),
    ),
    node(
      'tbody',
      {},
      ...rows.map((cells) =>
        node('tr', {}, ...cells.map((cell) => node('td', {}, cell instanceof Node ? cell : String(cell ?? '')))),
      ),
    ),
  );
}

/** A table of deals. */
export const deals = (all) =>
  table(
    ['Opportunity Name', 'Account Name', 'Stage', 'Amount', 'Close Date'],
    all.map((deal) => [
      record(deal.id, deal.name),
      deal.accountId ? record(deal.accountId, deal.account) : '',
      deal.stage,
      money(deal.amount, deal.currency),
      day(deal.closeDate),
    ]),
  );

/**
 * A field of a record, as Lightning's record layout marks it. With `input` it can be changed in place: a pencil opens it, Save sends
 * it and the page is drawn anew.
 */
export function field(object, api, label, value, input) {
  const shown = node(
    'span',
    { class: 'test-id__field-value slds-form-element__static slds-grow' },
    value instanceof Node ? value : node('lightning-formatted-text', {}, String(value ?? '')),
  );
  const control = node('div', { class: 'slds-form-element__control' }, shown);
  const item = node(
    'records-record-layout-item',
    {
      'data-target-selection-name': `sfdc:RecordField.${object}.${api}`,
      'field-label': label,
      class: 'field slds-form-element slds-form-element_readonly',
    },
    node('span', { class: 'test-id__field-label slds-form-element__label' }, label),
    control,
  );
  if (input) {
    const pencil = node(
      'button',
      {
        class: 'test-id__inline-edit-trigger slds-button inline-edit-trigger',
        title: `Edit ${label}`,
        onclick: () => edit(control, shown, pencil, api, input),
      },
      '\u270e',
    );
    control.append(pencil);
  }
  return item;
}

function edit(control, shown, pencil, api, { id, type, value, choices }) {
  const input = choices
    ? node('select', { class: 'slds-select', name: api }, ...choices.map((one) => node('option', { value: one }, one)))
    : node('input', { class: 'slds-input', name: api, type, step: 'any' });
  input.value = value ?? '';
  const message = node('span', { class: 'slds-text-color_error', role: 'alert' });
  const done = () => control.replaceChildren(shown, pencil);
  const save = async () => {
    const written = input.value === '' ? null : type === 'number' ? Number(input.value) : input.value;
    const answer = await fetch('/aura', { method: 'POST', body: JSON.stringify({ id, fields: { [api]: written } }) });
    if (answer.ok) going(null);
    else message.textContent = (await answer.json())[0]?.message ?? 'Not saved.';
  };
  control.replaceChildren(
    input,
    node('button', { class: 'slds-button slds-button_brand', name: 'SaveEdit', onclick: save }, 'Save'),
    node('button', { class: 'slds-button slds-button_neutral', name: 'CancelEdit', onclick: done }, 'Cancel'),
    message,
  );
  input.focus();
}
