// The stand-in's own page script: draws what /aura gives, under Lightning's addresses. Pages stay mounted after a hop, hidden, as
// Lightning keeps them. Text goes in as text; there is no HTML from strings here either.
const KEPT = 10;
const mounted = new Map();

function node(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const money = (amount) =>
  amount === null || amount === undefined ? '' : amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
const day = (date) => (date ? new Date(`${String(date).slice(0, 10)}T12:00:00`).toLocaleDateString('en-US') : '');

function link(href, text) {
  return node(
    'a',
    {
      href,
      onclick: (event) => {
        event.preventDefault();
        go(href);
      },
    },
    text,
  );
}

const record = (id, name) => link(`/lightning/r/${id.startsWith('006') ? 'Opportunity' : 'Account'}/${id}/view`, name);

function field(object, api, label, value) {
  return node(
    'records-record-layout-item',
    {
      'data-target-selection-name': `sfdc:RecordField.${object}.${api}`,
      class: 'field slds-form-element slds-form-element_readonly',
    },
    node('span', { class: 'slds-form-element__label' }, label),
    node(
      'div',
      { class: 'slds-form-element__control' },
      node('div', { class: 'slds-form-element__static' }, value instanceof Node ? value : String(value ?? '')),
    ),
  );
}

function card(title, ...body) {
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

function table(heads, rows) {
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

const deals = (all) =>
  table(
    ['Opportunity Name', 'Account Name', 'Stage', 'Amount', 'Close Date'],
    all.map((deal) => [
      record(deal.id, deal.name),
      deal.accountId ? record(deal.accountId, deal.account) : '',
      deal.stage,
      money(deal.amount),
      day(deal.closeDate),
    ]),
  );

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

function opportunity(view) {
  // A node stands in one place only: a new one for each.
  const account = () => (view.accountId ? record(view.accountId, view.account) : '');
  return [
    header(
      'Opportunity',
      view.name,
      ['Account Name', account()],
      ['Close Date', day(view.closeDate)],
      ['Amount', money(view.amount)],
      ['Opportunity Owner', view.owner],
    ),
    path(view),
    node(
      'div',
      { class: 'columns' },
      node(
        'div',
        {},
        card(
          'Details',
          field('Opportunity', 'Name', 'Opportunity Name', view.name),
          field('Opportunity', 'AccountId', 'Account Name', account()),
          field('Opportunity', 'Amount', 'Amount', money(view.amount)),
          field('Opportunity', 'CloseDate', 'Close Date', day(view.closeDate)),
          field('Opportunity', 'StageName', 'Stage', view.stage),
          field('Opportunity', 'Probability', 'Probability (%)', `${view.probability}%`),
          field('Opportunity', 'ForecastCategoryName', 'Forecast Category', view.forecast),
          field('Opportunity', 'NextStep', 'Next Step', view.nextStep),
          field('Opportunity', 'OwnerId', 'Opportunity Owner', view.owner),
        ),
      ),
      node(
        'div',
        {},
        card(
          `Contact Roles (${view.roles.length})`,
          table(
            ['Contact', 'Role'],
            view.roles.map(({ contact, role }) => [contact, role]),
          ),
        ),
        card(
          `Stage History (${view.history.length})`,
          table(
            ['Stage', 'Amount', 'Close Date', 'Since'],
            view.history.map((row) => [row.stage, money(row.amount), day(row.closeDate), day(row.at)]),
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
    card('Open Opportunities', deals(view.deals)),
  ];
}

const DRAW = {
  opportunity,
  account,
  list: (view) => [header('Opportunities', 'My Opportunities'), deals(view.deals)],
  home: (view) => [header('Home', `Welcome, ${view.user}`), card('Open Opportunities', deals(view.deals.slice(0, 8)))],
};

async function show() {
  const address = location.pathname + location.search;
  for (const [, page] of mounted) page.classList.remove('active');
  let page = mounted.get(address);
  if (!page) {
    page = node('div', { class: 'oneContent windowViewMode-normal' });
    mounted.set(address, page);
    document.getElementById('pages').append(page);
    const oldest = mounted.keys().next().value;
    if (mounted.size > KEPT && oldest !== undefined) {
      mounted.get(oldest).remove();
      mounted.delete(oldest);
    }
    const answer = await fetch(`/aura?path=${encodeURIComponent(address)}`);
    if (answer.ok) {
      const view = await answer.json();
      page.replaceChildren(...DRAW[view.kind](view));
      page.dataset.title = view.name ?? view.kind;
      document.querySelector('.user').textContent = view.user;
    } else
      page.replaceChildren(
        node('p', { class: 'slds-m-around_large' }, 'This page is not here, or is not shared with you.'),
      );
  }
  page.classList.add('active');
  document.title = `${page.dataset.title ?? ''} | Salesforce`;
}

function go(href) {
  history.pushState(null, '', href);
  show();
}

const bar = document.querySelector('header');
bar.append(
  node(
    'div',
    { class: 'slds-global-header slds-grid slds-grid_align-spread' },
    node('div', { class: 'slds-global-header__item brand' }, 'Acme Sales'),
    node(
      'nav',
      { class: 'slds-global-header__item', 'aria-label': 'Tabs' },
      link('/lightning/page/home', 'Home'),
      link('/lightning/o/Opportunity/list?filterName=Recent', 'Opportunities'),
    ),
    node(
      'div',
      { class: 'slds-global-header__item' },
      node('button', { class: 'slds-button slds-button_neutral setup' }, 'Setup'),
      node('span', { class: 'user' }),
    ),
  ),
);
document
  .querySelector('.utility-bar')
  .append(...['Notes', 'History', 'Dialer'].map((name) => node('button', { class: 'slds-button' }, name)));
addEventListener('popstate', show);
show();
