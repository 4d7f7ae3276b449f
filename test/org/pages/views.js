import { card, day, deals, field, money, node, record, table } from './elements.js';

function header(kind, title, ...facts) {
  return node(
    'div',
    { class: 'slds-page-header slds-page-header_record-home highlights' },
    node(
      'div',
      { class: 'slds-page-header__row' },
      node(
        'div',
        { class: 'slds-page-header__col-title' },
        node('div', { class: 'slds-text-title' }, kind),
        node('h1', { class: 'slds-page-header__title' }, title),
      ),
      node(
        'div',
        { class: 'slds-page-header__col-actions' },
        ...['Follow', 'New Event', 'Edit'].map((name) =>
          node('button', { class: 'slds-button slds-button_neutral' }, name),
        ),
      ),
    ),
    node(
      'div',
      { class: 'facts' },
      ...facts.map(([label, value]) =>
        node(
          'div',
          { class: 'fact' },
          node('div', { class: 'slds-text-title slds-truncate' }, label),
          node('div', {}, value instanceof Node ? value : String(value ?? '')),
        ),
      ),
    ),
  );
}

function path(view) {
  if (view.hidden.includes('StageName')) return '';
  const at = view.stages.indexOf(view.stage);
  return node(
    'div',
    { class: 'slds-path' },
    node(
      'div',
      { class: 'slds-grid slds-path__track' },
      node(
        'ul',
        { class: 'slds-path__nav', role: 'listbox' },
        ...view.stages.map((stage, index) =>
          node(
            'li',
            {
              class: `slds-path__item ${index === at ? 'slds-is-current slds-is-active' : 'slds-is-incomplete'}`,
            },
            node('span', { class: 'slds-path__link' }, node('span', { class: 'slds-path__title' }, stage)),
          ),
        ),
      ),
    ),
  );
}

/** The fields of a deal that the user may see; those that can be changed in place have a pencil. */
function details(view, account) {
  const fields = [
    ['Name', 'Opportunity Name', view.name],
    ['AccountId', 'Account Name', account],
    ['Amount', 'Amount', money(view.amount, view.currency), { type: 'number', value: view.amount }],
    ['CloseDate', 'Close Date', day(view.closeDate), { type: 'date', value: view.closeDate }],
    ['StageName', 'Stage', view.stage, { choices: view.stages, value: view.stage }],
    ['Probability', 'Probability (%)', view.probability === null ? '' : `${view.probability}%`],
    ['ForecastCategoryName', 'Forecast Category', view.forecast],
    ['NextStep', 'Next Step', view.nextStep, { type: 'text', value: view.nextStep }],
    ['Type', 'Type', view.type],
    ['OwnerId', 'Opportunity Owner', view.ownerId ? record(view.ownerId, view.owner) : view.owner],
  ];
  return fields
    .filter(([api]) => !view.hidden.includes(api))
    .map(([api, label, value, input]) => field('Opportunity', api, label, value, input && { ...input, id: view.id }));
}

/** One list of what hangs on a record, on a page of its own. */
function related(view) {
  const lists = {
    OpportunityContactRoles: [
      'Contact Roles',
      ['Contact', 'Role'],
      view.roles.map(({ contact, role }) => [contact, role]),
    ],
    OpportunityLineItems: [
      'Products',
      ['Product', 'Quantity', 'Total Price'],
      view.products.map((line) => [line.name, line.quantity, money(line.total, view.currency)]),
    ],
  };
  const [title, heads, rows] = lists[view.related] ?? [view.related, [], []];
  return [header(`Opportunities > ${view.name}`, title), table(heads, rows)];
}

function opportunity(view) {
  if (view.mode === 'related') return related(view);
  // A node stands in one place only: a new one for each.
  const account = () => (view.accountId ? record(view.accountId, view.account) : '');
  return [
    header(
      'Opportunity',
      view.name,
      ['Account Name', account()],
      ['Close Date', day(view.closeDate)],
      ['Amount', money(view.amount, view.currency)],
      ['Opportunity Owner', view.owner],
    ),
    path(view),
    node(
      'div',
      { class: 'columns' },
      node('div', {}, card('Details', ...details(view, account()))),
      node(
        'div',
        {},
        card(
          `Contact Roles (${view.roles.length})`,
          table(
            ['Contact', 'Role'],
            view.roles.map(({ contact, contactId, role }) => [contactId ? record(contactId, contact) : contact, role]),
          ),
        ),
        card(
          `Stage History (${view.history.length})`,
          table(
            ['Stage', 'Amount', 'Close Date', 'Since'],
            view.history.map((row) => [row.stage, money(row.amount, view.currency), day(row.closeDate), day(row.at)]),
          ),
        ),
        card(
          'Activity',
          node(
            'ul',
            { class: 'slds-timeline' },
            ...view.activities.map(({ subject, on, who }) =>
              node(
                'li',
                { class: 'activity' },
                node('span', {}, subject),
                node('span', { class: 'slds-text-color_weak' }, ` ${who} ${day(on)}`),
              ),
            ),
          ),
        ),
      ),
    ),
  ];
}

function account(view) {
  return [
    header(
      'Account',
      view.name,
      ['Industry', view.industry],
      ['Parent', view.parent],
      ['Employees', view.employees],
      ['Country', view.country],
    ),
    card(
      'Details',
      field('Account', 'Name', 'Account Name', view.name),
      field('Account', 'Website', 'Website', view.website),
      field('Account', 'OwnerId', 'Account Owner', view.owner),
    ),
    card('Open Opportunities', deals(view.deals)),
  ];
}

function user(view) {
  return [header('User', view.name, ['Title', view.title], ['Manager', view.manager], ['Email', view.email])];
}

/** What each kind of page is drawn of. */
export const DRAW = {
  user,
  opportunity,
  account,
  list: (view) => [header('Opportunities', 'My Opportunities'), deals(view.deals)],
  home: (view) => [header('Home', `Welcome, ${view.user}`), card('Open Opportunities', deals(view.deals.slice(0, 8)))],
};
